import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiName } from '@email-firewall/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sources, startTestApi, type TestApi } from '../../test/support/api.ts';
import { cast } from '../../test/support/cast.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';
import type { FactsSource } from '../network/index.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const call: TestApi['call'] = (...args) => api.call(...args);

const alice = 'alice@demo.test';

describe('the functions', () => {
  it('whoami tells where the person is, an IPv4-mapped address in its usual spelling', async () => {
    const { body } = await call('whoami', {}, 'demo', '::ffff:90.12.34.56');
    expect(body).toEqual({
      address: '90.12.34.56',
      facts: { country: 'FR', operator: { asn: 3215, name: 'Orange' } },
    });
  });

  it.each(['', 'nonsense', '90.12.34.56, 8.8.8.8'])(
    'whoami knows nothing of the address %j',
    async (address) => {
      expect((await call('whoami', {}, 'demo', address)).body).toEqual({ facts: {} });
    },
  );

  it('list_countries names each country once, and groups of them', async () => {
    const { body } = await call('list_countries', {});
    expect(new Set(body['countries'] as string[]).size).toBe(250);
    expect(body['groups']).toContainEqual({ id: 'eu', countries: expect.arrayContaining(['FR', 'BE']) });
  });

  it('search_providers finds by name and by number, those of the named or own country first', async () => {
    const names = async (request: unknown, address?: string) => {
      const { body } = await call('search_providers', request, 'demo', address);
      return (body['providers'] as { operators: { asn: number }[] }[]).map(
        ({ operators }) => operators[0]?.asn,
      );
    };
    expect(await names({ query: 'orange' })).toEqual([3215]);
    expect(await names({ query: 'AS24940' })).toEqual([24940]);
    expect(await names({ query: 'nobody is called so' })).toEqual([]);
    expect(await names({ query: '', country: 'DE' })).toContain(24940);
    expect(await names({ query: '' }, '90.12.34.56')).toContain(3215);
  });

  it('search_providers refuses a country that is none, and overlong texts', async () => {
    expect((await call('search_providers', { query: 'x', country: 'fr' })).status).toBe(400);
    expect((await call('search_providers', { query: 'x'.repeat(101) })).status).toBe(400);
  });

  it('name_operators names each number that the register knows once, with its provider, in the order asked for', async () => {
    expect((await call('name_operators', { asns: [24940, 64999, 3215, 65001, 3215] })).body).toEqual({
      operators: [
        { asn: 24940, name: 'Hetzner', provider: 'Hetzner' },
        { asn: 3215, name: 'Orange S.A.', provider: 'Orange' },
        { asn: 65001, name: 'Example SAS', provider: 'Example SAS' },
      ],
    });
    expect((await call('name_operators', { asns: [] })).body).toEqual({ operators: [] });
  });

  it('name_operators takes as many numbers as a rule may hold, and no others', async () => {
    const asns = Array.from({ length: 1001 }, (_, index) => index + 1);
    expect((await call('name_operators', { asns: asns.slice(1) })).status).toBe(200);
    expect((await call('name_operators', { asns })).status).toBe(400);
    for (const asn of [0, -1, 1.5, 2 ** 32, '3215']) {
      expect((await call('name_operators', { asns: [asn] })).status).toBe(400);
    }
  });

  it("list_strangers finds strangers, a home elsewhere than the person's", async () => {
    const facts: FactsSource = {
      factsFor: (address) => ({ country: address.startsWith('126.') ? 'JP' : 'BR' }),
    };
    const other = await startTestApi({ facts });
    const homeFor = async (address: string) =>
      (await other.call('list_strangers', {}, 'demo', address)).body['strangers'];
    const brazil = { kind: 'home', address: '177.32.1.7', facts: { country: 'BR' } };
    const japan = { kind: 'home', address: '126.1.1.7', facts: { country: 'JP' } };
    expect(await homeFor('126.7.7.7')).toEqual([brazil]);
    expect(await homeFor('177.7.7.7')).toEqual([japan]);
    expect(await homeFor('')).toEqual([brazil]);
    await other.close();

    const { body } = await call('list_strangers', {});
    expect(body['strangers']).toEqual([
      { kind: 'server', ...cast['a rented server'] },
      { kind: 'vpn', ...cast['a VPN exit'] },
      { kind: 'tor', ...cast['a Tor exit'] },
    ]);
  });

  it('data_status shows the sources', async () => {
    expect((await call('data_status', {})).body).toEqual({ sources });
  });

  it('get_policy answers revision 0, no rules and allow where none was ever saved', async () => {
    const { body } = await call('get_policy', { mailbox: alice });
    expect(body['policy']).toMatchObject({ mailbox: alice, revision: 0, rules: [], defaultAction: 'allow' });
  });

  it('save_policy saves, for the account that asked', async () => {
    const saved = await call('save_policy', { mailbox: alice, revision: 0, policy: blockEveryone });
    expect(saved).toMatchObject({ status: 200, body: { policy: { revision: 1, updatedBy: 'demo' } } });
    expect(await call('get_policy', { mailbox: alice })).toEqual(saved);
  });

  it('save_policy against an old revision answers with the policy as it stands', async () => {
    await call('save_policy', { mailbox: alice, revision: 0, policy: blockEveryone });
    expect(await call('save_policy', { mailbox: alice, revision: 0, policy: settings() })).toMatchObject({
      status: 409,
      body: { error: { code: 'stale_revision', policy: { revision: 1, defaultAction: 'block' } } },
    });
  });

  it('save_policy with bad input names every fault and changes nothing', async () => {
    const bad = settings({ rules: [rule('block', { kind: 'address', ranges: ['10.0.0.0/33'] })] });
    const { status, body } = await call('save_policy', {
      mailbox: alice,
      revision: 0,
      policy: { ...bad, mode: 'on' },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        code: 'invalid_request',
        fields: [
          { path: 'policy.mode' },
          {
            path: 'policy.rules.0.condition.ranges.0',
            message: expect.stringMatching(/^Rule 1: "10\.0\.0\.0\/33" is not a range/),
          },
        ],
      },
    });
    expect(api.policies.find(alice)).toEqual({ kind: 'absent' });
  });

  it('save_policy on a disk that refuses says that nothing was changed', async () => {
    await rm(join(api.folder, 'policies'), { recursive: true });
    expect(await call('save_policy', { mailbox: alice, revision: 0, policy: blockEveryone })).toMatchObject({
      status: 503,
      body: {
        error: {
          code: 'storage_failed',
          message: 'The rules could not be written to disk. Nothing was changed.',
        },
      },
    });
  });

  it('get_policy of a file that cannot be read says whom to ask, and the log says why', async () => {
    await writeFile(join(api.folder, 'policies', `${alice}.json`), '{');
    const { status, body } = await call('get_policy', { mailbox: alice });
    expect(status).toBe(503);
    expect(body).toMatchObject({ error: { code: 'policy_unreadable' } });
    expect(JSON.stringify(body)).not.toContain(api.folder);
    const { id } = body['error'] as { id: string };
    expect(api.lines.find((line) => line.detail['id'] === id)?.detail['cause']).toContain('not JSON');
  });

  it('look_up_address tells what is known', async () => {
    expect(await call('look_up_address', { address: '90.12.34.56' })).toMatchObject({
      body: { facts: { country: 'FR', operator: { asn: 3215 } } },
    });
  });
});

describe('a mailbox is served to its owner alone', () => {
  const requests: [ApiName, object][] = [
    ['get_policy', {}],
    ['save_policy', { revision: 0, policy: blockEveryone }],
    ['evaluate', { address: '90.12.34.56', protocol: 'imap' }],
    ['evaluate_several', { attempts: [{ address: '90.12.34.56', protocol: 'imap' }] }],
    ['evaluate_several', { attempts: [], policy: settings() }],
    ['copy_policy', { revision: 1, to: [{ mailbox: alice, revision: 0 }] }],
  ];

  it.each(requests)(
    '%s of another account’s mailbox answers as for one that does not exist',
    async (name, request) => {
      await api.policies.save('alice@other.test', 0, blockEveryone, 'other');
      const [other, unknown] = await Promise.all(
        ['alice@other.test', 'nobody@other.test'].map((mailbox) => call(name, { mailbox, ...request })),
      );
      expect(other).toMatchObject({ status: 404, body: { error: { code: 'mailbox_not_found' } } });
      expect(
        JSON.stringify(unknown)
          .replace('nobody', 'alice')
          .replace(/"id":"[^"]*"/, ''),
      ).toBe(JSON.stringify(other).replace(/"id":"[^"]*"/, ''));
      expect(api.policies.find('alice@other.test')).toMatchObject({ value: { policy: { revision: 1 } } });
      expect(api.policies.find(alice)).toEqual({ kind: 'absent' });
    },
  );

  it('an account that is not known, or none, is served nothing', async () => {
    expect(await call('list_mailboxes', {}, 'nobody')).toMatchObject({ status: 401 });
    const json = { 'content-type': 'application/json' };
    expect(await api.send('/api/list_mailboxes', '{}', json)).toMatchObject({
      status: 401,
      body: { error: { code: 'not_signed_in' } },
    });
  });
});

describe('a request that makes no sense', () => {
  const headers = { 'content-type': 'application/json', 'x-email-firewall-account': 'demo' };

  it.each([
    ['another path', '/', '{}', 404, 'unknown_function'],
    ['a function that is not there', '/api/toString', '{}', 404, 'unknown_function'],
    ['no JSON', '/api/list_mailboxes', '{', 400, 'invalid_request'],
    ['JSON that is no object', '/api/list_mailboxes', '[]', 400, 'invalid_request'],
    ['a field that is not known', '/api/list_mailboxes', '{"account":"other"}', 400, 'invalid_request'],
    ['a flood', '/api/list_mailboxes', `"${'x'.repeat(5_000_000)}"`, 413, 'too_large'],
  ])('%s is refused with a reason', async (_title, path, body, status, code) => {
    expect(await api.send(path, body, headers)).toMatchObject({ status, body: { error: { code } } });
  });

  it('without JSON’s content type is refused', async () => {
    const plain = { 'content-type': 'text/plain', 'x-email-firewall-account': 'demo' };
    expect(await api.send('/api/list_mailboxes', '{}', plain)).toMatchObject({ status: 400 });
  });
});
