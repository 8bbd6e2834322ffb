import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/support/api.ts';
import { cast } from '../../test/support/cast.ts';
import { newEvent, noon } from '../../test/support/events.ts';
import { blockEveryone } from '../../test/support/policies.ts';
import type { NewEvent } from '../events/index.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const alice = 'alice@demo.test';
const hour = 3_600_000;
const day = 24 * hour;
const moment = (time: number) => new Date(time).toISOString();

async function record(...events: Partial<NewEvent>[]): Promise<void> {
  for (const event of events) api.events.record(newEvent(event));
  await api.events.flush();
}

async function list(body: object, account = 'demo'): Promise<Record<string, unknown>[]> {
  const { body: answer } = await api.call('list_events', body, account);
  return answer['events'] as Record<string, unknown>[];
}

describe('list_events', () => {
  it('tells of a login that Dovecot has asked about', async () => {
    await api.policies.save(alice, 0, blockEveryone, 'demo');
    const { address, facts } = cast['a Tor exit'];
    api.decider.answer({ login: alice, address, service: 'imap' });
    await api.events.flush();
    expect((await api.call('list_events', { mailbox: alice })).body).toEqual({
      isLogReadable: false,
      events: [
        {
          id: expect.any(String),
          mailbox: alice,
          outcome: 'refused',
          protocol: 'imap',
          address,
          time: moment(noon),
          lastTime: moment(noon),
          count: 1,
          facts,
          decidedBy: { kind: 'default' },
          reason: 'Access denied by email firewall default action',
        },
      ],
    });
  });

  it('tells of all mailboxes of the account, and of no other', async () => {
    await record({ time: noon + 1 }, { mailbox: 'demo', time: noon + 2 });
    await record({ account: 'other', mailbox: 'alice@other.test' });
    expect((await list({})).map(({ mailbox }) => mailbox)).toEqual(['demo', alice]);
    expect((await list({}, 'other')).map(({ mailbox }) => mailbox)).toEqual(['alice@other.test']);
  });

  it('keeps to all that is asked for', async () => {
    await record({ outcome: 'let-in' }, { time: noon - 2 * hour }, { address: '192.0.2.7' }, {});
    const asked = {
      mailbox: alice,
      outcomes: ['refused'],
      from: moment(noon - hour),
      to: moment(noon + hour),
      text: 'HETZNER',
      limit: 1,
    };
    const first = await api.call('list_events', asked);
    const { cursor } = first.body;
    const second = await api.call('list_events', { ...asked, cursor });
    const addresses = [first, second].flatMap(({ body }) =>
      (body['events'] as { address: string }[]).map(({ address }) => address),
    );
    expect(addresses.toSorted()).toEqual(['192.0.2.7', '88.198.0.7']);
    expect(second.body['cursor']).toBeUndefined();
  });

  it.each([
    [{ cursor: 'no cursor' }, 400],
    [{ limit: 201 }, 400],
    [{ outcomes: ['gone'] }, 400],
    [{ from: 'yesterday' }, 400],
    [{ mailbox: 'alice@other.test' }, 404],
    [{ mailbox: 'nobody@demo.test' }, 404],
  ])('refuses %j', async (body, status) => {
    expect(await api.call('list_events', body)).toMatchObject({ status });
  });

  it('with another account’s cursor leads to one’s own events alone', async () => {
    await record({ account: 'other', mailbox: 'alice@other.test', time: noon + 1 }, {});
    const [theirs] = await list({}, 'other');
    expect((await list({ cursor: theirs?.['id'] })).map(({ mailbox }) => mailbox)).toEqual([alice]);
  });
});

describe('export_events', () => {
  it('makes a table, with the newest first', async () => {
    await record({}, { time: noon + 1000, facts: { operator: { asn: 1, name: '=cmd()' } } });
    await record({ account: 'other', mailbox: 'alice@other.test' });
    const { body } = await api.call('export_events', { mailbox: alice });
    expect(body).toEqual({ csv: expect.stringMatching(/^time,/), isCut: false });
    expect(String(body['csv']).trimEnd().split('\r\n')).toHaveLength(2);
    const other = await api.call('export_events', {}, 'other');
    expect(other.body['csv']).not.toContain(alice);
  });
});

describe('summarize_events', () => {
  it('counts every hour between, and the countries of the most attempts first', async () => {
    const nowhere = { ...cast['an address no database knows'] };
    await record(
      {},
      {},
      { outcome: 'logged-in' },
      { ...nowhere, outcome: 'would-be-refused', time: noon + 2 * hour },
    );
    await record({ outcome: 'wrong-password' }, { account: 'other', mailbox: 'alice@other.test' });
    const span = { from: moment(noon), to: moment(noon + 3 * hour), by: 'hour' };
    const none = { refused: 0, letIn: 0, wouldBeRefused: 0 };
    expect((await api.call('summarize_events', span)).body).toEqual({
      buckets: [
        { start: moment(noon), refused: 2, letIn: 1, wouldBeRefused: 0 },
        { start: moment(noon + hour), ...none },
        { start: moment(noon + 2 * hour), ...none, wouldBeRefused: 1 },
      ],
      countries: [
        { country: 'DE', refused: 2, letIn: 1, wouldBeRefused: 0 },
        { ...none, wouldBeRefused: 1 },
      ],
    });
  });

  it('knows the days of the person’s clock', async () => {
    await record({ time: Date.UTC(2026, 10, 23, 22, 59) }, { time: Date.UTC(2026, 10, 23, 23, 0) });
    const span = { from: moment(noon - day), to: moment(noon), by: 'day', utcOffsetMinutes: 60 };
    const { body } = await api.call('summarize_events', { mailbox: alice, ...span });
    expect(body['buckets']).toMatchObject([
      { start: '2026-11-22T23:00:00.000Z', refused: 1 },
      { start: '2026-11-23T23:00:00.000Z', refused: 1 },
    ]);
  });

  it.each([
    { from: moment(noon), to: moment(noon), by: 'hour' },
    { from: moment(0), to: moment(noon), by: 'day' },
    { from: moment(noon), to: moment(noon + day), by: 'minute' },
    { from: moment(noon), to: moment(noon + day), by: 'day', utcOffsetMinutes: 7 },
  ])('refuses %j', async (span) => {
    expect(await api.call('summarize_events', span)).toMatchObject({ status: 400 });
  });
});

it('summarize_mailboxes counts seven days of each mailbox, today last', async () => {
  await record({}, {}, { time: noon - 6 * day }, { time: noon - 7 * day });
  await record({ mailbox: 'demo', outcome: 'would-be-refused', time: noon - day });
  const none = [0, 0, 0, 0, 0, 0, 0];
  expect((await api.call('summarize_mailboxes', {})).body).toEqual({
    mailboxes: [
      { mailbox: alice, refused: [1, 0, 0, 0, 0, 0, 2], wouldBeRefused: none },
      { mailbox: 'bob@demo.test', refused: none, wouldBeRefused: none },
      { mailbox: 'demo', refused: none, wouldBeRefused: [0, 0, 0, 0, 0, 1, 0] },
    ],
  });
});
