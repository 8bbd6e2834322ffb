import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/support/api.ts';
import { cast } from '../../test/support/cast.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const alice = 'alice@demo.test';
const server = { address: cast['a rented server'].address, protocol: 'imap' };
const blockGermany = rule('block', { kind: 'country', countries: ['DE'] });
const end = '2026-12-24T12:00:00Z';
const untilChristmas = settings({ rules: [{ ...blockGermany, expiresAt: end }] });

const evaluate = (more: object) => api.call('evaluate', { mailbox: alice, ...more });

async function actionsOf(attempts: object[], policy?: object): Promise<unknown[]> {
  const { body } = await api.call('evaluate_several', {
    mailbox: alice,
    attempts,
    ...(policy && { policy }),
  });
  return (body['results'] as { decision: { action: string } }[]).map(({ decision }) => decision.action);
}

describe('evaluate', () => {
  it('decides by the stored rules, or by those that come along', async () => {
    expect(await evaluate(server)).toMatchObject({ body: { decision: { action: 'allow', trace: [] } } });
    expect(await evaluate({ ...server, policy: settings({ rules: [blockGermany] }) })).toMatchObject({
      body: {
        decision: {
          action: 'block',
          reason: 'Access denied by email firewall rule no. 1',
          trace: [{ ruleNumber: 1, ruleId: blockGermany.id, outcome: 'hit' }],
        },
        facts: { country: 'DE', network: 'hosting' },
      },
    });
  });

  it.each([
    ['now, if no time is named', undefined, 'hit'],
    ['a moment before a rule ends', '2026-12-24T11:59:59.999Z', 'hit'],
    ['at its end', end, 'expired'],
    ['long after', '2099-01-01T00:00:00Z', 'expired'],
  ])('decides %s', async (_title, time, outcome) => {
    const { body } = await evaluate({ ...server, policy: untilChristmas, ...(time && { time }) });
    expect(body).toMatchObject({ decision: { trace: [{ outcome }] } });
  });

  it.each(['tomorrow', '2026-12-24', '2026-02-30T00:00:00Z', '2026-12-24T12:00:00+01:00', 1_800_000_000_000])(
    'refuses the time %j',
    async (time) => {
      expect(await evaluate({ ...server, time })).toMatchObject({
        status: 400,
        body: { error: { fields: [{ path: 'time' }] } },
      });
    },
  );
});

describe('evaluate_several', () => {
  it('answers as evaluate does for each attempt, in their order, without the traces', async () => {
    await api.policies.save(alice, 0, settings({ rules: [blockGermany], defaultAction: 'block' }), 'demo');
    const attempts = Object.values(cast).flatMap(({ address }) => [
      { address, protocol: 'imap' },
      { address, protocol: 'smtp', time: end },
    ]);
    for (const policy of [undefined, untilChristmas]) {
      const more = policy && { policy };
      const { body } = await api.call('evaluate_several', { mailbox: alice, attempts, ...more });
      const each = await Promise.all(attempts.map((attempt) => evaluate({ ...attempt, ...more })));
      expect(each[0]?.body['decision']).toHaveProperty('trace');
      expect(body['results']).toEqual(
        each.map((answer) => {
          const { trace: _, ...decision } = answer.body['decision'] as Record<string, unknown>;
          return { decision, facts: answer.body['facts'] };
        }),
      );
    }
  });

  it('decides each attempt at its own time', async () => {
    const attempts = [
      { ...server },
      { ...server, time: end },
      { ...server, time: '2026-12-24T11:59:59.999Z' },
    ];
    expect(await actionsOf(attempts, untilChristmas)).toEqual(['block', 'allow', 'block']);
  });

  it('decides at most 30 attempts at once, or none', async () => {
    const attempts = Array.from({ length: 31 }, () => server);
    expect(await actionsOf(attempts.slice(1), blockEveryone)).toEqual(Array(30).fill('block'));
    expect(await actionsOf([])).toEqual([]);
    expect(await api.call('evaluate_several', { mailbox: alice, attempts })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_request', fields: [{ path: 'attempts' }] } },
    });
  });

  it('says which of the attempts is none', async () => {
    const attempts = [server, { ...server, address: '88.198.0.7.' }];
    expect(await api.call('evaluate_several', { mailbox: alice, attempts })).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'attempts.1.address' }] } },
    });
  });

  it('cannot decide by a file that cannot be read, but by rules that come along', async () => {
    await writeFile(join(api.folder, 'policies', `${alice}.json`), '{');
    const request = { mailbox: alice, attempts: [server] };
    expect(await api.call('evaluate_several', request)).toMatchObject({
      status: 503,
      body: { error: { code: 'policy_unreadable' } },
    });
    expect(await actionsOf([server], blockEveryone)).toEqual(['block']);
  });
});
