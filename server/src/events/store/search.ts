import type { DatabaseSync } from 'node:sqlite';
import {
  type DecidedBy,
  type Event,
  type NetworkFacts,
  type Outcome,
  outcomes,
  type Rule,
} from '@email-firewall/contract';
import type { StoreTexts } from './append.ts';
import { outcomeCodes, outcomeOf, protocolOf } from './codes.ts';
import { firstNumberAt, formatEventNumber, timeOf } from './event-id.ts';
import { newestFirst, type Stream } from './newest-first.ts';
import { createOwnMailboxes, type Whose } from './own-mailboxes.ts';

/** Which events are asked for. Times in milliseconds since 1970 (UTC). */
export type Search = Whose & {
  outcomes?: readonly Outcome[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
  text?: string | undefined;
  /** Events with lower numbers alone: where the stretch before has ended. */
  before?: number | undefined;
  limit: number;
};

/** `before` where older events are still to be searched. */
export type Found = { events: Event[]; before?: number };

type Row = {
  id: number;
  mailbox: number;
  outcome: number;
  protocol: number;
  address: string;
  last: number;
  count: number;
  facts: number;
  grounds: number;
  rule: number | null;
};

/**
 * So many events are looked at in one stretch, at most: others wait for the same thread. Of addresses of which all is new
 * 2,000 take some 25 ms, else 6.
 */
const stretch = 2000;

/** A stretch ends where the rules of its events come to so many characters: each may be 40 KB long. */
const maxRuleCharacters = 1_000_000;

/** Searches the events of somebody's mailboxes from the newest on, one stretch at a time. */
export function createSearch(
  database: DatabaseSync,
  { facts, grounds, rules }: StoreTexts,
): (search: Search) => Found {
  const ownMailboxes = createOwnMailboxes(database);
  const read = database.prepare(
    'SELECT * FROM events WHERE mailbox = ? AND outcome = ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?',
  );

  function streamOf(mailbox: number, outcome: Outcome, first: number, end: number): Stream<Row> {
    let before = end;
    return {
      next(count) {
        const rows = read.all(mailbox, outcomeCodes[outcome], first, before, count) as Row[];
        before = rows.at(-1)?.id ?? first;
        return rows;
      },
    };
  }

  function eventOf(row: Row, mailbox: string): Event {
    const { decidedBy, reason }: { decidedBy?: DecidedBy; reason?: string } = readText(
      grounds.textOf(row.grounds),
    );
    const rule = row.rule === null ? '' : rules.textOf(row.rule);
    return {
      id: formatEventNumber(row.id),
      mailbox,
      outcome: outcomeOf(row.outcome),
      protocol: protocolOf(row.protocol),
      address: row.address,
      time: new Date(timeOf(row.id)).toISOString(),
      lastTime: new Date(row.last).toISOString(),
      count: row.count,
      facts: readText(facts.textOf(row.facts)) as NetworkFacts,
      ...(decidedBy && { decidedBy }),
      ...(rule && { rule: JSON.parse(rule) as Rule }),
      ...(reason !== undefined && { reason }),
    };
  }

  /** What a text may be part of, in small letters, and the country's code, for it is meant whole: "fr" stands in many a name. */
  const searchable = {
    facts: remembered((number) => {
      const { country, operator }: NetworkFacts = readText(facts.textOf(number));
      return { whole: country?.toLowerCase(), part: operator?.name.toLowerCase() };
    }),
    grounds: remembered((number) => {
      const { reason }: { reason?: string } = readText(grounds.textOf(number));
      return { whole: undefined, part: reason?.toLowerCase() };
    }),
  };

  function hasText(row: Row, mailbox: string, text: string): boolean {
    if (row.address.includes(text) || mailbox.includes(text)) return true;
    const known = [searchable.facts(row.facts), searchable.grounds(row.grounds)];
    return known.some(({ whole, part }) => whole === text || part?.includes(text));
  }

  return (search) => {
    const mailboxes = ownMailboxes(search);
    const first = search.from === undefined ? 0 : firstNumberAt(search.from);
    const ends = [
      search.to === undefined ? Number.MAX_SAFE_INTEGER : firstNumberAt(search.to),
      search.before,
    ];
    const end = Math.min(...ends.filter((number) => number !== undefined));
    const wanted = search.outcomes ?? outcomes;
    const streams = [...mailboxes.keys()].flatMap((mailbox) =>
      wanted.map((outcome) => streamOf(mailbox, outcome, first, end)),
    );
    const text = search.text?.trim().toLowerCase() ?? '';
    const events: Event[] = [];
    let looked = 0;
    let ruleCharacters = 0;
    for (const row of newestFirst(streams)) {
      if (looked >= stretch || events.length >= search.limit || ruleCharacters > maxRuleCharacters) {
        return { events, before: row.id + 1 };
      }
      looked++;
      const mailbox = mailboxes.get(row.mailbox) ?? '';
      if (text !== '' && !hasText(row, mailbox, text)) continue;
      if (row.rule !== null) ruleCharacters += rules.textOf(row.rule).length;
      events.push(eventOf(row, mailbox));
    }
    return { events };
  };
}

/** So many answers are kept: each is short. */
const maxRemembered = 10_000;

function remembered<Value>(make: (number: number) => Value): (number: number) => Value {
  const kept = new Map<number, Value>();
  return (number) => {
    const known = kept.get(number) ?? make(number);
    if (kept.size >= maxRemembered) kept.clear();
    kept.set(number, known);
    return known;
  };
}

function readText(text: string): object {
  return text === '' ? {} : JSON.parse(text);
}
