import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { outcomes } from '@email-firewall/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast } from '../../../test/support/cast.ts';
import { newEvent, noon } from '../../../test/support/events.ts';
import { rule } from '../../../test/support/policies.ts';
import type { NewEvent } from '../new-event.ts';
import { type EventStore, openEventStore } from './event-store.ts';
import type { Found, Search } from './search.ts';

const day = 86_400_000;
const alice = { account: 'demo', mailboxes: ['alice@demo.test'] };

let folder: string;
let file: string;
let store: EventStore;
let time: number;
let damages: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-events-'));
  file = join(folder, 'events.sqlite');
  time = noon;
  damages = [];
  open();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

function open(retention = { maxAge: 90 * day, maxBytes: 64_000_000 }): void {
  const onDamage = (fault: unknown) => damages.push(String(fault));
  store = openEventStore({ file, retention, onDamage, now: () => time });
}

function append(...events: Partial<NewEvent>[]): void {
  store.append(events.map(newEvent));
}

function find(more: Partial<Search> = {}): Found {
  return store.search({ ...alice, limit: 100, ...more });
}

const addresses = (found: Found) => found.events.map(({ address }) => address);

/** So many different events, a second apart, up to noon. */
function many(count: number, more: Partial<NewEvent> = {}): NewEvent[] {
  return Array.from({ length: count }, (_, index) =>
    newEvent({ address: `10.0.${index >> 8}.${index & 255}`, time: noon - (count - index) * 1000, ...more }),
  );
}

describe('what became of an attempt that was let in', () => {
  const settles = { from: noon - 2000, to: noon + 4000 };
  const decided = rule('allow', { kind: 'country', countries: ['FR'] });
  const decidedBy = { kind: 'rule', ruleNumber: 1, ruleId: decided.id } as const;
  const letIn = { outcome: 'let-in', rule: decided, decidedBy } as const;

  const counts = () =>
    find()
      .events.map(({ outcome, count }) => `${outcome} ${count}`)
      .toSorted();

  it('takes its place, with what decided it', () => {
    append(letIn);
    append({ outcome: 'logged-in', time: noon + 700, settles });
    expect(find().events).toMatchObject([
      { outcome: 'logged-in', time: '2026-11-24T12:00:00.000Z', count: 1, decidedBy, rule: decided },
    ]);
  });

  it('takes one of several, and may come in the same batch', () => {
    append(letIn, letIn, { outcome: 'wrong-password', settles });
    expect(counts()).toEqual(['let-in 1', 'wrong-password 1']);
    append({ outcome: 'wrong-password', settles }, { outcome: 'logged-in', settles });
    expect(counts()).toEqual(['logged-in 1', 'wrong-password 2']);
  });

  it('is not added up twice', () => {
    append(letIn);
    append({ outcome: 'logged-in', settles });
    const span = { from: noon - day, to: noon + day, period: day, offset: 0 };
    const counted = store.sums({ ...alice, ...span }).filter(({ count }) => count !== 0);
    expect(counted).toMatchObject([{ outcome: 'logged-in', count: 1 }]);
  });

  it('stands for itself where no such attempt is known', () => {
    append(letIn);
    append({ outcome: 'wrong-password', address: '192.0.2.99', settles });
    append({ outcome: 'wrong-password', protocol: 'pop3', settles });
    append({ outcome: 'wrong-password', settles: { from: noon - 9000, to: noon - 5000 }, time: noon - 5000 });
    expect(find({ outcomes: ['let-in'] }).events).toMatchObject([{ count: 1 }]);
    expect(find({ outcomes: ['wrong-password'] }).events).toHaveLength(3);
  });

  it('adds nothing to one that would have been refused: that is what it is watched for', () => {
    append({ ...letIn, outcome: 'would-be-refused' });
    append({ outcome: 'logged-in', settles });
    expect(counts()).toEqual(['would-be-refused 1']);
  });

  it('leaves the time of the next attempt as it was, also in one batch', () => {
    append(letIn, { outcome: 'logged-in', settles }, { ...letIn, time: noon + 1000 });
    expect(find({ outcomes: ['let-in'] }).events).toMatchObject([
      { time: '2026-11-24T12:00:01.000Z', lastTime: '2026-11-24T12:00:01.000Z', count: 1 },
    ]);
    expect(find({ outcomes: ['logged-in'] }).events).toMatchObject([{ time: '2026-11-24T12:00:00.000Z' }]);
  });

  it('leaves what came after it open for its own', () => {
    append(letIn);
    append({ outcome: 'logged-in', settles });
    append({ ...letIn, time: noon + 1000 });
    expect(find({ outcomes: ['let-in'] }).events).toMatchObject([{ count: 1 }]);
    append({ outcome: 'logged-in', settles });
    expect(find({ outcomes: ['let-in'] }).events).toEqual([]);
    expect(find({ outcomes: ['logged-in'] }).events).toMatchObject([{ count: 2 }]);
  });
});

describe('an event', () => {
  it('is told with all that was known then', () => {
    const { address, facts } = cast['a VPN exit'];
    const decided = rule('block', { kind: 'network', networks: ['vpn'] }, { note: 'no VPN' });
    const decidedBy = { kind: 'rule', ruleNumber: 1, ruleId: decided.id } as const;
    append({
      address,
      facts,
      rule: decided,
      decidedBy,
      reason: 'no',
      outcome: 'would-be-refused',
      protocol: 'pop3',
    });
    const moment = '2026-11-24T12:00:00.000Z';
    expect(find().events).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-z]+$/),
        mailbox: 'alice@demo.test',
        outcome: 'would-be-refused',
        protocol: 'pop3',
        address,
        time: moment,
        lastTime: moment,
        count: 1,
        facts,
        decidedBy,
        rule: decided,
        reason: 'no',
      },
    ]);
  });

  it('keeps its rule as it stood when the rule is changed later', () => {
    const then = rule('block', { kind: 'country', countries: ['DE'] });
    append({ rule: then }, { time: noon + 1000, rule: { ...then, note: 'changed' } });
    expect(find().events.map((event) => event.rule?.note)).toEqual(['changed', undefined]);
  });

  it('finds a place where thousands came in the same millisecond', () => {
    store.append(many(5000).map((event) => ({ ...event, time: noon })));
    let found = find({ limit: 5000 });
    let count = found.events.length;
    while (found.before !== undefined) {
      found = find({ limit: 5000, before: found.before });
      count += found.events.length;
    }
    expect(count).toBe(5000);
    expect(find({ to: noon + 100 }).events).not.toEqual([]);
  });

  it('may know neither facts nor what decided', () => {
    append({ facts: {}, decidedBy: undefined, reason: undefined, outcome: 'wrong-password' });
    const [event] = find().events;
    expect(event).toMatchObject({ facts: {}, outcome: 'wrong-password' });
    expect(Object.keys(event ?? {})).not.toEqual(expect.arrayContaining(['decidedBy']));
  });

  it.each(outcomes)('of the outcome %s is told as that', (outcome) => {
    append({ outcome });
    expect(find({ outcomes: [outcome] }).events).toMatchObject([{ outcome }]);
  });
});

describe('attempts alike', () => {
  it('within a minute are one event that counts them', () => {
    append({}, { time: noon + 1000 });
    append({ time: noon + 59_999 });
    expect(find().events).toMatchObject([
      { count: 3, time: '2026-11-24T12:00:00.000Z', lastTime: '2026-11-24T12:00:59.999Z' },
    ]);
  });

  it('after a minute begin another', () => {
    append({}, { time: noon + 60_000 }, { time: noon + 61_000 });
    expect(find().events.map(({ count }) => count)).toEqual([2, 1]);
  });

  it.each<[string, Partial<NewEvent>]>([
    ['address', { address: '1.2.3.4' }],
    ['outcome', { outcome: 'let-in' }],
    ['protocol', { protocol: 'pop3' }],
    ['rule', { rule: rule('block', { kind: 'country', countries: ['DE'] }) }],
    ['decision', { decidedBy: { kind: 'off' } }],
  ])('but for the %s are two', (_what, more) => {
    append({}, more);
    expect(find().events).toHaveLength(2);
  });

  it('of an attack fill a row for each address and minute, and no more', () => {
    // 200 a second for five minutes, from 50 addresses.
    for (let second = 0; second < 300; second++) {
      append(
        ...Array.from({ length: 200 }, (_, index) => ({
          address: `203.0.113.${index % 50}`,
          time: noon + second * 1000 + index * 5,
        })),
      );
    }
    const rows: Found['events'] = [];
    let before: number | undefined;
    do {
      const found = find({ before });
      rows.push(...found.events);
      before = found.before;
    } while (before !== undefined);
    expect(rows.length).toBeLessThanOrEqual(50 * 6);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(200 * 300);
  });
});

describe('a search', () => {
  it('tells the newest first, and goes on where the page before ended', () => {
    store.append(many(250));
    const first = find({ limit: 100 });
    const second = find({ limit: 100, before: first.before });
    const third = find({ limit: 100, before: second.before });
    expect([first, second, third].flatMap(addresses)).toEqual(
      many(250)
        .map(({ address }) => address)
        .reverse(),
    );
    expect(third.before).toBeUndefined();
  });

  it('takes the mailboxes of an account together by time', () => {
    const mailboxes = Array.from({ length: 40 }, (_, index) => `m${index}@demo.test`);
    store.append(many(400).map((event, index) => ({ ...event, mailbox: mailboxes[(index * 7) % 40] ?? '' })));
    const found = find({ mailboxes, limit: 400 });
    expect(addresses(found)).toEqual(
      many(400)
        .map(({ address }) => address)
        .reverse(),
    );
  });

  it('keeps to the outcomes and the time asked for, the end left out', () => {
    append(
      { time: noon - 60_001 },
      { time: noon },
      { time: noon, outcome: 'let-in' },
      { time: noon + 60_001 },
    );
    const found = find({ from: noon, to: noon + 60_001, outcomes: ['let-in', 'logged-in'] });
    expect(found.events).toMatchObject([{ outcome: 'let-in' }]);
    expect(find({ from: noon, to: noon + 60_001 }).events).toHaveLength(2);
  });

  it.each([
    ['198.0', 1],
    ['ALICE@', 1],
    ['hetz', 1],
    ['de', 1],
    [' default ACTION ', 1],
    ['fr', 0],
    ['d', 1],
    ['%', 0],
    ['imap', 0],
  ])('by the text %j finds %i', (text, count) => {
    append({ address: '88.198.0.7' });
    expect(find({ text }).events).toHaveLength(count);
  });

  it('by a text goes through the older ones in stretches, and says where it has got to', () => {
    store.append([newEvent({ address: '192.0.2.1', time: noon - day }), ...many(4500)]);
    const first = find({ text: '192.0.2.1' });
    expect(first.events).toEqual([]);
    const second = find({ text: '192.0.2.1', before: first.before });
    const third = find({ text: '192.0.2.1', before: second.before });
    expect([second.events, addresses(third), third.before]).toEqual([[], ['192.0.2.1'], undefined]);
  });

  it('ends its page before the rules of its events become too much for one answer', () => {
    const ranges = Array.from({ length: 1000 }, (_, index) => `2001:db8:${index.toString(16)}::/48`);
    const long = rule('block', { kind: 'address', ranges });
    store.append(many(200, { rule: long }));
    const found = find({ limit: 200 });
    expect(found.events.length).toBeGreaterThan(10);
    expect(JSON.stringify(found).length).toBeLessThan(1_500_000);
    expect(found.before).toBeDefined();
  });
});

describe('sums', () => {
  const hour = { period: 3_600_000, offset: 0 };

  it('count attempts, not events, by hour, outcome and country', () => {
    append({}, {}, { outcome: 'let-in', time: noon + 3_600_000, facts: {} });
    const found = store.sums({ ...alice, from: noon, to: noon + 2 * 3_600_000, ...hour });
    const period = noon / 3_600_000;
    expect(found).toEqual([
      { mailbox: 'alice@demo.test', period, outcome: 'refused', country: 'DE', count: 2 },
      { mailbox: 'alice@demo.test', period: period + 1, outcome: 'let-in', country: undefined, count: 1 },
    ]);
  });

  it('know the days of a clock that is five hours and three quarters ahead', () => {
    append({ time: Date.UTC(2026, 10, 23, 18, 14) }, { time: Date.UTC(2026, 10, 23, 18, 15) });
    const span = { from: noon - day, to: noon, period: day, offset: 5.75 * 3_600_000 };
    const today = Math.floor((noon + span.offset) / day);
    expect(store.sums({ ...alice, ...span }).map(({ period }) => period - today)).toEqual([-1, 0]);
  });

  it('leave other mailboxes and other times out', () => {
    append({ mailbox: 'bob@demo.test' }, { account: 'other' }, { time: noon - 1 }, { time: noon + 900_000 });
    expect(store.sums({ ...alice, from: noon, to: noon + 900_000, ...hour })).toEqual([]);
  });
});

describe('what is too old or too much', () => {
  function pruneAll(): number {
    let steps = 1;
    while (store.prune()) steps++;
    return steps;
  }

  it('goes by age, in small steps, and its sums with it', () => {
    store.append(
      many(1700, { time: noon - 91 * day }).map((event, index) => ({ ...event, time: event.time + index })),
    );
    append({});
    expect(pruneAll()).toBe(4);
    expect(find().events).toMatchObject([{ time: '2026-11-24T12:00:00.000Z' }]);
    expect(store.sums({ ...alice, from: 0, to: noon + day, period: day, offset: 0 })).toMatchObject([
      { count: 1 },
    ]);
  });

  it('goes by size, the oldest first, however fast events come', () => {
    store.close();
    open({ maxAge: 90 * day, maxBytes: 1_000_000 });
    for (let batch = 0; batch < 40; batch++) {
      const events = many(1000).map((event, index) => ({
        ...event,
        address: `10.${batch}.${index >> 8}.${index & 255}`,
        time: noon + batch * 1000 + index,
      }));
      store.append(events);
      store.prune(events.length);
    }
    expect(statSync(file).size).toBeLessThan(1_500_000);
    expect(find({ limit: 1 }).events).toMatchObject([{ time: '2026-11-24T12:00:39.999Z' }]);
    expect(find({ to: noon + 20_000 }).events).toEqual([]);
  });

  it('gives its room back to the disk where the limit is lowered', () => {
    store.append(many(20_000));
    store.close();
    open({ maxAge: 90 * day, maxBytes: 500_000 });
    for (let step = 0; step < 100; step++) store.prune();
    store.close();
    expect(statSync(file).size).toBeLessThan(600_000);
    open();
  });

  it('takes rules and facts along that no event names any more', () => {
    append({ time: noon - 95 * day, rule: rule('block', { kind: 'country', countries: ['DE'] }) }, {});
    pruneAll();
    store.close();
    const database = new DatabaseSync(file);
    expect(database.prepare('SELECT count(*) AS count FROM rules').get()).toMatchObject({ count: 0 });
    expect(database.prepare('SELECT count(*) AS count FROM facts').get()).toMatchObject({ count: 1 });
    database.close();
    open();
  });
});

describe('the file', () => {
  it('is for its owner alone, and keeps what was written', () => {
    append({});
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    store.close();
    open();
    expect(find().events).toHaveLength(1);
  });

  it('that is damaged is moved aside, and a new one begun', () => {
    append({});
    store.close();
    const garbage = 'not a database, and long enough to be taken for one'.repeat(100);
    writeFileSync(file, garbage);
    open();
    expect(damages).toEqual([expect.stringContaining('file is not a database')]);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(garbage);
    append({});
    expect(find().events).toHaveLength(1);
  });

  it('of a version that is not known is moved aside', () => {
    store.close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    open();
    expect(damages).toEqual(['Error: Its version is 99, expected 1.']);
    expect(existsSync(`${file}.damaged`)).toBe(true);
  });

  it('takes a batch whole or not at all', () => {
    const bad = newEvent({ address: { toString: 1 } as unknown as string });
    expect(() => store.append([newEvent(), bad])).toThrow();
    expect(find().events).toEqual([]);
    append({});
    expect(find().events).toMatchObject([{ count: 1 }]);
  });

  it('whose damage shows only later says so when it is asked', () => {
    store.append(many(5000));
    store.close();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(statSync(file).size - 65_536, 0xff), 0, undefined, 65_536);
    closeSync(descriptor);
    open();
    expect(() => find()).toThrow(/malformed/);
  });
});
