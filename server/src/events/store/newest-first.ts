/** Rows that come newest first, some at a time. */
export type Stream<Row> = { next: (count: number) => Row[] };

type Open<Row> = { stream: Stream<Row>; rows: Row[]; at: number; count: number };

/** So many rows are read ahead of one stream, at most. */
const mostAhead = 256;

/** Of many streams most are never looked into deeper: so many rows are read of each at first. */
const firstOfFew = 64;
const firstOfMany = 2;
const few = 10;

/**
 * Goes through the rows of several streams together, the one with the highest id first. Reads little more than is
 * taken: whoever has a thousand mailboxes and looks at one page must not have all their events read.
 */
export function* newestFirst<Row extends { id: number }>(streams: readonly Stream<Row>[]): Generator<Row> {
  const first = streams.length > few ? firstOfMany : firstOfFew;
  const heap: Open<Row>[] = [];
  for (const stream of streams) {
    const rows = stream.next(first);
    if (rows.length > 0) heap.push({ stream, rows, at: 0, count: first });
  }
  for (let place = heap.length >> 1; place >= 0; place--) sink(heap, place);
  for (let top = heap[0]; top; top = heap[0]) {
    const row = top.rows[top.at];
    if (row) yield row;
    if (!advance(top)) {
      const last = heap.pop();
      if (last && last !== top) heap[0] = last;
    }
    sink(heap, 0);
  }
}

/** @returns whether there is another row */
function advance<Row>(open: Open<Row>): boolean {
  open.at++;
  if (open.at < open.rows.length) return true;
  if (open.rows.length < open.count) return false;
  open.count = Math.min(4 * open.count, mostAhead);
  open.rows = open.stream.next(open.count);
  open.at = 0;
  return open.rows.length > 0;
}

/** Puts the one at that place below all that are newer (a binary heap). */
function sink<Row extends { id: number }>(heap: Open<Row>[], from: number): void {
  for (let place = from; ; ) {
    let newest = place;
    for (const child of [2 * place + 1, 2 * place + 2]) {
      if (child < heap.length && idAt(heap, child) > idAt(heap, newest)) newest = child;
    }
    const [here, there] = [heap[place], heap[newest]];
    if (newest === place || !here || !there) return;
    heap[place] = there;
    heap[newest] = here;
    place = newest;
  }
}

function idAt<Row extends { id: number }>(heap: Open<Row>[], place: number): number {
  const open = heap[place];
  return open?.rows[open.at]?.id ?? -1;
}
