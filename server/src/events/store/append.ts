import type { DatabaseSync } from 'node:sqlite';
import type { Outcome, Rule } from '@email-firewall/contract';
import type { NewEvent } from '../new-event.ts';
import { outcomeCodes, protocolCodes } from './codes.ts';
import { drawEventNumber, timeOf } from './event-id.ts';
import { createLetIns } from './let-in.ts';
import type { Row } from './row.ts';
import type { SharedTexts } from './shared-texts.ts';
import { slotOf } from './slots.ts';

export type StoreTexts = { facts: SharedTexts; grounds: SharedTexts; rules: SharedTexts };

/** Attempts alike within so long of the first, in milliseconds, count one event up: an attack must not fill the disk. */
const repeatTime = 60_000;

/** After these, Dovecot looks at the password. */
const goesOn: readonly Outcome[] = ['let-in', 'would-be-refused'];

/** So many events may be counted up at once; beyond, the eldest is left as it stands. */
const maxRepeats = 100_000;

/** So often a number is drawn for one millisecond, which has room for 2,048 events. */
const triesInMillisecond = 4;
const maxTries = 40_000;

type SumRow = [mailbox: number, slot: number, outcome: number, country: string, count: number];

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
  const setCount = database.prepare('UPDATE events SET count = ?, last = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM events WHERE id = ?');
  const addSum = database.prepare(
    `INSERT INTO sums (mailbox, slot, outcome, country, count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  const mailboxes = new Map<string, number>();
  const repeats = new Map<string, Row>();
  const letIns = createLetIns();

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
  function insertAt(
    time: number,
    values: (number | string | null)[],
  ): Pick<Row, 'id' | 'time' | 'last' | 'count'> {
    for (let tries = 0; tries < maxTries; tries++) {
      const id = drawEventNumber(time + Math.floor(tries / triesInMillisecond));
      const last = timeOf(id);
      if (insert.run(id, last, ...values).changes > 0) return { id, time, last, count: 1 };
    }
    throw new Error(`No number is free at ${time}.`);
  }

  function write(events: readonly NewEvent[]): void {
    const ruleTexts = new Map<Rule, string>();
    const sums = new Map<string, SumRow>();
    const changed = new Set<Row>();

    function addToSum(mailbox: number, time: number, outcome: number, country: string, count: number): void {
      const slot = slotOf(time);
      const key = [mailbox, slot, outcome, country].join();
      const sum = sums.get(key) ?? [mailbox, slot, outcome, country, 0];
      sum[4] += count;
      sums.set(key, sum);
    }

    /** Events of one batch share their rule's object: to write it out once is enough. */
    function numberOfRule(rule: Rule | undefined, time: number): number | null {
      const text = rule && (ruleTexts.get(rule) ?? JSON.stringify(rule));
      if (!rule || text === undefined) return null;
      ruleTexts.set(rule, text);
      return rules.numberOf(text, time);
    }

    for (const event of events) {
      const mailbox = mailboxNumber(event);
      const outcome = outcomeCodes[event.outcome];
      const protocol = protocolCodes[event.protocol];
      const { address, decidedBy, reason, settles } = event;
      const attempt = [mailbox, protocol, address].join();
      const letIn = settles && letIns.take(attempt, settles);
      if (letIn?.outcome === 'would-be-refused') continue;
      if (letIn) {
        changed.add(letIn);
        addToSum(mailbox, letIn.last, outcomeCodes['let-in'], letIn.country, -1);
      }
      const time = letIn?.last ?? event.time;
      const country = letIn?.country ?? event.facts.country ?? '';
      const ground = letIn?.ground ?? grounds.numberOf(JSON.stringify({ decidedBy, reason }), time);
      const rule = letIn ? letIn.rule : numberOfRule(event.rule, time);

      const key = [attempt, outcome, ground, rule].join();
      let row = repeats.get(key);
      // One whose attempts are all told of elsewhere has no time of its own any more.
      if (row && row.count > 0 && time >= row.time && time - row.time < repeatTime) {
        row.count++;
        row.last = Math.max(row.last, time);
        changed.add(row);
      } else {
        const fact = letIn?.fact ?? facts.numberOf(JSON.stringify(event.facts), time);
        const placed = insertAt(time, [mailbox, outcome, protocol, address, fact, ground, rule]);
        row = { ...placed, key, outcome: event.outcome, fact, ground, rule, country };
        repeats.delete(key);
        repeats.set(key, row);
      }
      if (goesOn.includes(event.outcome)) letIns.note(attempt, row);
      addToSum(mailbox, time, outcome, country, 1);
    }
    for (const row of changed) writeCount(row);
    for (const sum of sums.values()) addSum.run(...sum);
  }

  /** An event all of whose attempts are told of elsewhere by now is none. */
  function writeCount({ id, key, count, last }: Row): void {
    if (count > 0) {
      setCount.run(count, last, id);
    } else {
      remove.run(id);
      if (repeats.get(key)?.id === id) repeats.delete(key);
    }
  }

  function forgetOld(now: number): void {
    for (const [key, { time }] of repeats) {
      if (now - time < repeatTime && repeats.size <= maxRepeats) break;
      repeats.delete(key);
    }
    letIns.forgetOld(now);
  }

  function forgetAll(): void {
    repeats.clear();
    letIns.forgetAll();
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
