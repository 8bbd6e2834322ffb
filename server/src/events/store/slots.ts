/** Sums are kept by quarters of an hour, in milliseconds: the days of every time zone consist of them. */
export const slotLength = 900_000;

/** @param time milliseconds since 1970 (UTC) */
export function slotOf(time: number): number {
  return Math.floor(time / slotLength);
}
