import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '@email-firewall/contract';
import { outcomeOf } from './codes.ts';
import { createOwnMailboxes, type Whose } from './own-mailboxes.ts';
import { slotLength, slotOf } from './slots.ts';

/** Over which time, and by which periods. Milliseconds; the offset of the person's clock from UTC too. */
export type Span = { from: number; to: number; period: number; offset: number };

/** So many attempts in one period. */
export type Sum = {
  mailbox: string;
  /** Counts the periods since 1970 on the person's clock. */
  period: number;
  outcome: Outcome;
  country: string | undefined;
  count: number;
};

/** Adds up the attempts on somebody's mailboxes. */
export function createSums(database: DatabaseSync): (question: Whose & Span) => Sum[] {
  const ownMailboxes = createOwnMailboxes(database);
  // Node binds every number as a fraction, and SQLite would divide to one.
  const read = database.prepare(
    `SELECT (slot * ${slotLength} + CAST(? AS INTEGER)) / CAST(? AS INTEGER) AS period, outcome, country, sum(count) AS count FROM sums
     WHERE mailbox = ? AND slot >= ? AND slot < ? GROUP BY 1, 2, 3`,
  );
  return ({ from, to, period, offset, ...whose }) =>
    [...ownMailboxes(whose)].flatMap(([number, mailbox]) =>
      read.all(offset, period, number, slotOf(from), slotOf(to + slotLength - 1)).map((row) => ({
        mailbox,
        period: Number(row['period']),
        outcome: outcomeOf(Number(row['outcome'])),
        country: row['country'] === '' ? undefined : String(row['country']),
        count: Number(row['count']),
      })),
    );
}
