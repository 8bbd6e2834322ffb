import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { type ApiName, apiErrorSchema, apiFunctions, type DataSource, parse } from '@email-firewall/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeFacts } from '../../test/support/fake-facts.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';
import { startTestService, type TestService } from '../../test/support/service.ts';
import { openProviderSearch, type ProviderSearch } from '../network/index.ts';
import { createApi } from './app.ts';

let service: TestService;
let server: Server;
let providers: ProviderSearch;

const sources: DataSource[] = [
  {
    id: 'one',
    name: 'One',
    origin: 'own',
    gives: ['country'],
    date: '2026-11-01T00:00:00.000Z',
    isStale: false,
    isInUse: true,
    hasFault: false,
  },
];
beforeEach(async () => {
  service = await startTestService();
  const { policies, accounts, decider, log, now } = service;
  await writeFile(
    join(service.folder, 'providers.tsv'),
    '3215\t1000\tFR\tOrange S.A.\n24940\t500\tDE\tHetzner\n',
  );
  providers = openProviderSearch(() => join(service.folder, 'providers.tsv'));
  const parts = { providers, sources: () => sources, facts: fakeFacts };
  server = createServer(createApi({ policies, accounts, decider, log, now, ...parts }));
  server.listen(join(service.folder, 'socket'));
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await providers.close();
  await service.close();
});

type Answer = { status: number; body: Record<string, unknown> };

async function send(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const call = request({ socketPath: join(service.folder, 'socket'), path, method: 'POST', headers });
  call.end(body);
  const [response] = await once(call, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, body: JSON.parse(text) };
}

/** Calls a function as an account, and holds the answer against the contract. */
async function call(name: ApiName, body: unknown, account = 'demo', address = ''): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'x-email-firewall-account': account,
    'x-email-firewall-address': address,
  };
  const answer = await send(`/api/${name}`, JSON.stringify(body), headers);
  const schema = answer.status === 200 ? apiFunctions[name].response : apiErrorSchema;
  const checked = parse(schema, answer.status === 200 ? answer.body : answer.body['error']);
  expect(checked).toMatchObject({ ok: true });
  return answer;
}

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

  it('data_status shows the sources', async () => {
    expect((await call('data_status', {})).body).toEqual({ sources });
  });

  it('list_mailboxes shows the mailboxes of the account, the default mailbox under its main domain', async () => {
    await service.policies.save(
      alice,
      0,
      settings({ rules: [rule('block', { kind: 'country', countries: ['DE'] })] }),
      'demo',
    );
    await writeFile(join(service.folder, 'policies', 'bob@demo.test.json'), '{');
    const { body } = await call('list_mailboxes', {});
    const common = {
      mode: 'enforce',
      defaultAction: 'allow',
      domain: 'demo.test',
      rules: 0,
      revision: 0,
      outline: [],
      isDefaultMailbox: false,
      isReadable: true,
    };
    const blocked = { action: 'block', items: [{ kind: 'country', country: 'DE' }], more: 0 };
    expect(body['mailboxes']).toEqual([
      { ...common, mailbox: alice, rules: 1, revision: 1, outline: [blocked] },
      { ...common, mailbox: 'bob@demo.test', isReadable: false },
      { ...common, mailbox: 'demo', isDefaultMailbox: true },
    ]);
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
    expect(service.policies.find(alice)).toEqual({ kind: 'absent' });
  });

  it('save_policy on a disk that refuses says that nothing was changed', async () => {
    await rm(join(service.folder, 'policies'), { recursive: true });
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
    await writeFile(join(service.folder, 'policies', `${alice}.json`), '{');
    const { status, body } = await call('get_policy', { mailbox: alice });
    expect(status).toBe(503);
    expect(body).toMatchObject({ error: { code: 'policy_unreadable' } });
    expect(JSON.stringify(body)).not.toContain(service.folder);
    const { id } = body['error'] as { id: string };
    expect(service.lines.find((line) => line.detail['id'] === id)?.detail['cause']).toContain('not JSON');
  });

  it('evaluate decides by the stored rules, or by those that come along', async () => {
    const attempt = { mailbox: alice, address: '88.198.0.7', protocol: 'imap' };
    const block = rule('block', { kind: 'country', countries: ['DE'] });
    expect(await call('evaluate', attempt)).toMatchObject({
      body: { decision: { action: 'allow', trace: [] } },
    });
    expect(await call('evaluate', { ...attempt, policy: settings({ rules: [block] }) })).toMatchObject({
      body: {
        decision: {
          action: 'block',
          reason: 'Access denied by email firewall rule no. 1',
          trace: [{ ruleNumber: 1, ruleId: block.id, outcome: 'hit' }],
        },
        facts: { country: 'DE', network: 'hosting' },
      },
    });
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
  ];

  it.each(requests)(
    '%s of another account’s mailbox answers as for one that does not exist',
    async (name, request) => {
      await service.policies.save('alice@other.test', 0, blockEveryone, 'other');
      const [other, unknown] = await Promise.all(
        ['alice@other.test', 'nobody@other.test'].map((mailbox) => call(name, { mailbox, ...request })),
      );
      expect(other).toMatchObject({ status: 404, body: { error: { code: 'mailbox_not_found' } } });
      expect(
        JSON.stringify(unknown)
          .replace('nobody', 'alice')
          .replace(/"id":"[^"]*"/, ''),
      ).toBe(JSON.stringify(other).replace(/"id":"[^"]*"/, ''));
      expect(service.policies.find('alice@other.test')).toMatchObject({ value: { policy: { revision: 1 } } });
    },
  );

  it('an account that is not known, or none, is served nothing', async () => {
    expect(await call('list_mailboxes', {}, 'nobody')).toMatchObject({ status: 401 });
    const json = { 'content-type': 'application/json' };
    expect(await send('/api/list_mailboxes', '{}', json)).toMatchObject({
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
    expect(await send(path, body, headers)).toMatchObject({ status, body: { error: { code } } });
  });

  it('without JSON’s content type is refused', async () => {
    const plain = { 'content-type': 'text/plain', 'x-email-firewall-account': 'demo' };
    expect(await send('/api/list_mailboxes', '{}', plain)).toMatchObject({ status: 400 });
  });
});
