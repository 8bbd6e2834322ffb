import type { DatabaseSync } from 'node:sqlite';
import type { StoreTexts } from './append.ts';
import { firstNumberAt, timeOf } from './event-id.ts';
import { slotOf } from './slots.ts';

/** How much is kept. */
export type Retention = {
  /** No event is kept for longer, in milliseconds. */
  maxAge: number;
  /** Where the file's pages in use hold more bytes, the oldest events go. */
  maxBytes: number;
};

/** So many events go in one step, at least; in milliseconds a step takes about as much as a batch. */
const stepSize = 500;

/** Of so many mailboxes the old sums are looked for in one step. */
const mailboxesInStep = 20;

/** Pages given back to the system in one step, where the file is longer than it may be. */
const pagesInStep = 256;

/**
 * Removes what is too old or too much, in small steps, so that neither writing nor reading waits for long.
 *
 * @param now milliseconds since 1970 (UTC)
 * @returns one step; it says whether there is more to remove
 */
export function createPruner(
  database: DatabaseSync,
  texts: StoreTexts,
  { maxAge, maxBytes }: Retention,
  now: () => number,
): (added?: number) => boolean {
  const oldestRow = database.prepare('SELECT min(id) AS id FROM events');
  const removeEvents = database.prepare(
    'DELETE FROM events WHERE id IN (SELECT id FROM events WHERE id < ? ORDER BY id LIMIT ?)',
  );
  const nextMailboxes = database.prepare(
    `SELECT id FROM mailboxes WHERE id > ? ORDER BY id LIMIT ${mailboxesInStep}`,
  );
  const removeSums = database.prepare('DELETE FROM sums WHERE mailbox = ? AND slot < ?');
  const pragmas = ['page_count', 'freelist_count', 'page_size'].map((name) =>
    database.prepare(`PRAGMA ${name}`),
  );
  let lastMailbox = 0;
  let lastOldest = 0;

  function bytes(): { used: number; all: number } {
    const [pages = 0, free = 0, size = 0] = pragmas.map((pragma) =>
      Number(Object.values(pragma.get() ?? {})[0]),
    );
    return { used: (pages - free) * size, all: pages * size };
  }

  function oldest(): number {
    const id = oldestRow.get()?.['id'];
    return typeof id === 'number' ? timeOf(id) : now();
  }

  /** Sums of times of which no event is left go with them, of a few mailboxes at a time, in turn. */
  function removeOldSums(): void {
    const rows = nextMailboxes.all(lastMailbox);
    const slot = slotOf(oldest());
    for (const row of rows) removeSums.run(Number(row['id']), slot);
    lastMailbox = rows.length < mailboxesInStep ? 0 : Number(rows.at(-1)?.['id']);
  }

  function removeOldTexts(): void {
    const time = oldest();
    // Nothing new can be unused before another hour of events is gone.
    if (time - lastOldest < 3_600_000) return;
    for (const table of Object.values(texts)) table.removeUnused(time);
    lastOldest = time;
  }

  return (added = 0) => {
    const size = Math.max(stepSize, 2 * added);
    const before = bytes();
    const limit =
      before.used > maxBytes ? Number.MAX_SAFE_INTEGER : firstNumberAt(Math.max(0, now() - maxAge));
    const removed = removeEvents.run(limit, size).changes;
    removeOldSums();
    removeOldTexts();
    if (before.all > maxBytes && before.all > before.used)
      database.exec(`PRAGMA incremental_vacuum(${pagesInStep})`);
    return removed === size;
  };
}
