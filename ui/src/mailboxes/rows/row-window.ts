/** From so many rows on, only those near the window are drawn. */
const fewRows = 60;

/** As many rows as a window shows at once: they are drawn while the code for long lists is fetched. */
export const firstRows = 20;

/** Whether a list is so long that only the rows near the window are drawn. */
export function isLong(count: number): boolean {
  return count >= fewRows;
}

type Range = { startIndex: number; endIndex: number; overscan: number; count: number };

/**
 * The rows to draw: those in sight and some around them; the one that has the focus, with its neighbours, so that Tab
 * goes on from there however far it was scrolled away; and the first and the last, by which Tab comes into the list.
 *
 * @param kept the index of the row with the focus; -1 for none
 */
export function rowsToDraw({ startIndex, endIndex, overscan, count }: Range, kept: number): number[] {
  const rows = new Set<number>([0, count - 1]);
  for (let row = startIndex - overscan; row <= endIndex + overscan; row++) rows.add(row);
  if (kept >= 0) for (const row of [kept - 1, kept, kept + 1]) rows.add(row);
  return [...rows].filter((row) => row >= 0 && row < count).sort((a, b) => a - b);
}

type Placed = { start: number; end: number };

/** The room to leave before each drawn row, for the rows that are not drawn. The last row always is. */
export function roomBefore<Row extends Placed>(rows: readonly Row[]): { row: Row; room: number }[] {
  return rows.map((row, index) => ({ row, room: Math.max(0, row.start - (rows[index - 1]?.end ?? 0)) }));
}
