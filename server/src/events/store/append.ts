import type { DatabaseSync } from 'node:sqlite';
import type { Rule } from '@email-firewall/contract';
import type { NewEvent } from '../new-event.ts';
import { outcomeCodes, protocolCodes } from './codes.ts';
import { drawEventNumber, timeOf } from './event-id.ts';
import type { SharedTexts } from './shared-texts.ts';
import { slotOf } from './slots.ts';

export type StoreTexts = { facts: SharedTexts; grounds: SharedTexts; rules: SharedTexts };

/** Attempts alike within so long of the first, in milliseconds, count one event up: an attack must not fill the disk. */
const repeatTime = 60_000;

/** So many events may be counted up at once; beyond, the eldest is left as it stands. */
const maxRepeats = 100_000;

/** So often a number is drawn for one millisecond, which has room for 2,048 events. */
const triesInMillisecond = 4;
const maxTries = 40_000;

/** An event that may still be counted up; `time` of its first attempt, `added` in the batch at hand. */
type Row = { id: number; time: number; last: number; added: number };

/** Writes batches of events, each whole or not at all. */
export function createAppender(database: DatabaseSync, { facts, grounds, rules }: StoreTexts) {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const findMailbox = database.prepare('SELECT id FROM mailboxes WHERE account = ? AND mailbox = ?');
  const addMailbox = database.prepare('INSERT INTO mailboxes (account, mailbox) VALUES (?, ?)');
  const insert = database.prepare(
    `INSERT OR IGNORE INTO events (id, last, mailbox, outcome, protocol, address, facts, grounds, rule, count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const countUp = database.prepare('UPDATE events SET count = count + ?, last = ? WHERE id = ?');
  const addSum = database.prepare(
    `INSERT INTO sums (mailbox, slot, outcome, country, count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  const mailboxes = new Map<string, number>();
  const repeats = new Map<string, Row>();

  function mailboxNumber({ account, mailbox }: NewEvent): number {
    const key = `${account} ${mailbox}`;
    const known = mailboxes.get(key);
    if (known !== undefined) return known;
    const found = findMailbox.get(account, mailbox)?.['id'];
    const id = Number(found ?? addMailbox.run(account, mailbox).lastInsertRowid);
    mailboxes.set(key, id);
    return id;
  }

  /** A number may be taken; where its millisecond is crowded, one of the next is. */
  function insertAt(time: number, values: (number | string | null)[]): Row {
    for (let tries = 0; tries < maxTries; tries++) {
      const id = drawEventNumber(time + Math.floor(tries / triesInMillisecond));
      const last = timeOf(id);
      if (insert.run(id, last, ...values).changes > 0) return { id, time, last, added: 0 };
    }
    throw new Error(`No number is free at ${time}.`);
  }

  function write(events: readonly NewEvent[]): void {
    const ruleTexts = new Map<Rule, string>();
    const sums = new Map<string, [number, number, number, string, number]>();
    const counted = new Set<Row>();
    for (const event of events) {
      const { time, rule, decidedBy, reason, address } = event;
      const mailbox = mailboxNumber(event);
      const outcome = outcomeCodes[event.outcome];
      const protocol = protocolCodes[event.protocol];
      const ground = grounds.numberOf(JSON.stringify({ decidedBy, reason }), time);
      // Events of one batch share their rule's object: to write it out once is enough.
      const ruleText = rule && (ruleTexts.get(rule) ?? JSON.stringify(rule));
      if (rule && ruleText) ruleTexts.set(rule, ruleText);
      const ruleNumber = ruleText === undefined ? null : rules.numberOf(ruleText, time);

      const key = [mailbox, address, outcome, protocol, ground, ruleNumber].join();
      const row = repeats.get(key);
      if (row && time >= row.time && time - row.time < repeatTime) {
        row.added++;
        row.last = Math.max(row.last, time);
        counted.add(row);
      } else {
        const fact = facts.numberOf(JSON.stringify(event.facts), time);
        const values = [mailbox, outcome, protocol, address, fact, ground, ruleNumber];
        repeats.delete(key);
        repeats.set(key, insertAt(time, values));
      }

      const slot = slotOf(time);
      const country = event.facts.country ?? '';
      const sumKey = [mailbox, slot, outcome, country].join();
      const sum = sums.get(sumKey) ?? [mailbox, slot, outcome, country, 0];
      sum[4]++;
      sums.set(sumKey, sum);
    }
    for (const row of counted) {
      countUp.run(row.added, row.last, row.id);
      row.added = 0;
    }
    for (const sum of sums.values()) addSum.run(...sum);
  }

  function forgetOld(now: number): void {
    for (const [key, { time }] of repeats) {
      if (now - time < repeatTime && repeats.size <= maxRepeats) break;
      repeats.delete(key);
    }
  }

  function forgetAll(): void {
    repeats.clear();
    mailboxes.clear();
    for (const texts of [facts, grounds, rules]) texts.forget();
  }

  /** @throws where the batch cannot be written; then none of it is */
  return function append(events: readonly NewEvent[]): void {
    try {
      begin.run();
      write(events);
      commit.run();
    } catch (error) {
      forgetAll();
      // SQLite has taken a transaction back by itself where the disk is full.
      if (database.isTransaction) rollback.run();
      throw error;
    }
    forgetOld(events.at(-1)?.time ?? 0);
  };
}
