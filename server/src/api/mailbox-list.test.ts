import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Condition } from '@email-firewall/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/support/api.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

const alice = 'alice@demo.test';
const germany: Condition = { kind: 'country', countries: ['DE'] };

async function list(account = 'demo'): Promise<Record<string, unknown>[]> {
  const { body } = await api.call('list_mailboxes', {}, account);
  return body['mailboxes'] as Record<string, unknown>[];
}

describe('the list of mailboxes', () => {
  it('shows those of the account, the default mailbox under its main domain', async () => {
    await api.policies.save(alice, 0, settings({ rules: [rule('block', germany)] }), 'demo');
    await writeFile(join(api.folder, 'policies', 'bob@demo.test.json'), '{');
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
    expect(await list()).toEqual([
      { ...common, mailbox: alice, rules: 1, revision: 1, outline: [blocked] },
      { ...common, mailbox: 'bob@demo.test', isReadable: false },
      { ...common, mailbox: 'demo', isDefaultMailbox: true },
    ]);
  });

  it('shows nothing of another account', async () => {
    const secret = rule('block', { kind: 'address', ranges: ['203.0.113.9'] }, { note: 'secret' });
    await api.policies.save('alice@other.test', 0, settings({ rules: [secret] }), 'other');
    expect(JSON.stringify(await list())).not.toMatch(/other|secret|203\.0\.113\.9/);
    expect(JSON.stringify(await list('other'))).toMatch(/secret/);
  });

  it('tells the revision that a save must name', async () => {
    for (const revision of [0, 1, 2]) {
      expect((await list())[0]).toMatchObject({ mailbox: alice, revision });
      await api.policies.save(alice, revision, blockEveryone, 'demo');
    }
  });

  it('cuts a long outline short, and says by how much', async () => {
    const asns = Array.from({ length: 30 }, (_, index) => 65_001 + index);
    const rules = Array.from({ length: 6 }, (_, index) =>
      rule(index % 2 ? 'block' : 'allow', { kind: 'operator', asns }, { id: `r${index}` }),
    );
    await api.policies.save(alice, 0, settings({ rules }), 'demo');
    const [first] = await list();
    const step = { items: asns.slice(0, 12).map((asn) => ({ kind: 'operator', asn })), more: 18 };
    expect(first).toMatchObject({
      rules: 6,
      outline: ['allow', 'block', 'allow', 'block'].map((action) => ({ action, ...step })),
    });
  });

  it('shows each rule until it ends', async () => {
    const until = (expiresAt: string, country: string) =>
      rule('block', { kind: 'country', countries: [country] }, { id: country, expiresAt });
    const rules = [until('2026-11-24T12:00:01.000Z', 'FR'), until('2026-11-24T12:00:02.000Z', 'DE')];
    await api.policies.save(alice, 0, settings({ rules }), 'demo');
    const countries = async () => {
      const [first] = await list();
      return JSON.stringify(first?.['outline']).match(/(?<="country":")../g);
    };
    expect(await countries()).toEqual(['FR', 'DE']);
    api.pass(999);
    expect(await countries()).toEqual(['FR', 'DE']);
    api.pass(1);
    expect(await countries()).toEqual(['DE']);
    api.pass(1000);
    expect((await list())[0]).toMatchObject({ rules: 2, outline: [] });
  });

  it('shows a change of the rules at once', async () => {
    await api.policies.save(alice, 0, settings({ rules: [rule('block', germany)] }), 'demo');
    expect((await list())[0]).toMatchObject({ outline: [{ action: 'block' }] });
    await api.policies.save(alice, 1, settings(), 'demo');
    expect((await list())[0]).toMatchObject({ outline: [] });
  });
});
