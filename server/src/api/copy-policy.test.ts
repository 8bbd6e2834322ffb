import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/support/api.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
  await api.policies.save(alice, 0, strict, 'demo');
});
afterEach(() => api.close());

const alice = 'alice@demo.test';
const bob = 'bob@demo.test';

const strict = settings({
  mode: 'monitor',
  protocols: ['imap', 'pop3', 'smtp'],
  rules: [
    rule(
      'allow',
      { kind: 'country', countries: ['FR'] },
      { note: 'home', expiresAt: '2027-01-01T00:00:00Z' },
    ),
  ],
  defaultAction: 'block',
});

type Target = { mailbox: string; revision: number };

const copy = (to: Target[], revision = 1) => api.call('copy_policy', { mailbox: alice, revision, to });

function policyOf(mailbox: string): unknown {
  const state = api.policies.find(mailbox);
  return state.kind === 'good' ? state.value.policy : state.kind;
}

describe('copying the rules of a mailbox', () => {
  it('puts all that is set for it in place of what is set for the others', async () => {
    await api.policies.save(bob, 0, settings(), 'demo');
    const answer = await copy([
      { mailbox: 'demo', revision: 0 },
      { mailbox: bob, revision: 1 },
    ]);
    expect(answer).toEqual({ status: 200, body: { results: [{ mailbox: 'demo' }, { mailbox: bob }] } });
    const stamp = { updatedBy: 'demo', updatedAt: '2026-11-24T12:00:00.000Z' };
    expect(policyOf(bob)).toEqual({ ...strict, mailbox: bob, revision: 2, ...stamp });
    expect(policyOf('demo')).toEqual({ ...strict, mailbox: 'demo', revision: 1, ...stamp });
    expect(policyOf(alice)).toMatchObject({ revision: 1 });
  });

  it('counts for the next login', async () => {
    await api.policies.save(alice, 1, blockEveryone, 'demo');
    await copy([{ mailbox: bob, revision: 0 }], 2);
    const login = { login: bob, address: '90.12.34.56', service: 'imap' };
    expect(api.decider.answer(login)).toMatchObject({ kind: 'refuse' });
  });

  it('makes rules of their own: what is changed later in one is not changed in the other', async () => {
    await copy([{ mailbox: bob, revision: 0 }]);
    await api.policies.save(alice, 1, settings(), 'demo');
    expect(policyOf(bob)).toMatchObject({ rules: strict.rules });
    await api.policies.save(bob, 1, blockEveryone, 'demo');
    expect(policyOf(alice)).toMatchObject({ rules: [], defaultAction: 'allow' });
  });

  it('of a mailbox that never had any takes them away', async () => {
    const answer = await api.call('copy_policy', {
      mailbox: bob,
      revision: 0,
      to: [{ mailbox: alice, revision: 1 }],
    });
    expect(answer.body).toEqual({ results: [{ mailbox: alice }] });
    expect(policyOf(alice)).toMatchObject({
      mode: 'enforce',
      rules: [],
      defaultAction: 'allow',
      revision: 2,
    });
  });

  it('that were changed since they were seen copies nothing, and shows them as they stand', async () => {
    await api.policies.save(alice, 1, blockEveryone, 'demo');
    expect(await copy([{ mailbox: bob, revision: 0 }])).toMatchObject({
      status: 409,
      body: { error: { code: 'stale_revision', policy: { mailbox: alice, revision: 2 } } },
    });
    expect(policyOf(bob)).toBe('absent');
  });

  it('that cannot be read copies nothing', async () => {
    await writeFile(join(api.folder, 'policies', `${bob}.json`), '{');
    const request = { mailbox: bob, revision: 0, to: [{ mailbox: alice, revision: 1 }] };
    expect(await api.call('copy_policy', request)).toMatchObject({
      status: 503,
      body: { error: { code: 'policy_unreadable' } },
    });
    expect(policyOf(alice)).toMatchObject({ revision: 1 });
  });

  it('onto itself changes nothing, not even its revision', async () => {
    const answer = await copy([
      { mailbox: alice, revision: 1 },
      { mailbox: bob, revision: 0 },
    ]);
    expect(answer.body).toEqual({ results: [{ mailbox: alice }, { mailbox: bob }] });
    expect(policyOf(alice)).toMatchObject({ revision: 1 });
  });
});

describe('a mailbox that cannot take the rules keeps its own, and the others take them', () => {
  it.each([
    ['one that was changed since it was seen', bob, 'stale_revision'],
    ['one that does not exist', 'nobody@demo.test', 'mailbox_not_found'],
    ['one of another account', 'alice@other.test', 'mailbox_not_found'],
  ])('%s', async (_title, mailbox, failure) => {
    await api.policies.save(bob, 0, blockEveryone, 'demo');
    await api.policies.save('alice@other.test', 0, blockEveryone, 'other');
    const before = policyOf(mailbox);
    const { body } = await copy([
      { mailbox, revision: 0 },
      { mailbox: 'demo', revision: 0 },
    ]);
    expect(body).toEqual({ results: [{ mailbox, failure }, { mailbox: 'demo' }] });
    expect(policyOf(mailbox)).toEqual(before);
    expect(policyOf('demo')).toMatchObject({ rules: strict.rules });
  });

  it("another account's answers as one that does not exist, whatever its revision", async () => {
    await api.policies.save('alice@other.test', 0, blockEveryone, 'other');
    for (const revision of [0, 1]) {
      const { body } = await copy([{ mailbox: 'alice@other.test', revision }]);
      expect(body).toEqual({ results: [{ mailbox: 'alice@other.test', failure: 'mailbox_not_found' }] });
    }
  });

  it('one whose file cannot be read, which only the server’s administrator can help', async () => {
    await writeFile(join(api.folder, 'policies', `${bob}.json`), '{');
    const { body } = await copy([
      { mailbox: bob, revision: 0 },
      { mailbox: 'demo', revision: 0 },
    ]);
    expect(body).toEqual({ results: [{ mailbox: bob, failure: 'policy_unreadable' }, { mailbox: 'demo' }] });
    expect(policyOf(bob)).toBe('broken');
  });

  it('one whose file cannot be written, and the log says why', async () => {
    // A folder in the marker's place: its mailbox alone cannot be saved.
    await api.policies.save(alice, 1, blockEveryone, 'demo');
    await mkdir(join(api.folder, 'markers', bob));
    const { body } = await copy(
      [
        { mailbox: bob, revision: 0 },
        { mailbox: 'demo', revision: 0 },
      ],
      2,
    );
    expect(body).toEqual({ results: [{ mailbox: bob, failure: 'storage_failed' }, { mailbox: 'demo' }] });
    expect(policyOf(bob)).toBe('absent');
    expect(policyOf('demo')).toMatchObject({ defaultAction: 'block' });
    expect(api.lines.find(({ level }) => level === 'error')?.detail).toMatchObject({
      mailbox: bob,
      code: 'storage_failed',
      cause: expect.stringContaining('EISDIR'),
    });
    expect(JSON.stringify(body)).not.toContain(api.folder);
  });

  it('one that is named twice takes them once', async () => {
    const { body } = await copy([
      { mailbox: bob, revision: 0 },
      { mailbox: bob, revision: 0 },
    ]);
    expect(body).toEqual({ results: [{ mailbox: bob }, { mailbox: bob, failure: 'stale_revision' }] });
    expect(policyOf(bob)).toMatchObject({ revision: 1 });
  });
});

describe('a copy', () => {
  it('goes onto at least one mailbox and at most 50', async () => {
    const many = Array.from({ length: 51 }, (_, index) => ({ mailbox: `m${index}@demo.test`, revision: 0 }));
    expect((await copy([])).status).toBe(400);
    expect((await copy(many)).status).toBe(400);
    expect((await copy(many.slice(1))).status).toBe(200);
  });
});
