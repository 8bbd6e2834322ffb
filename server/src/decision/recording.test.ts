import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast } from '../../test/support/cast.ts';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';
import { startTestService, type TestService } from '../../test/support/service.ts';
import type { NewEvent } from '../events/index.ts';
import type { Decider } from './decider.ts';

let service: TestService;
let recorded: NewEvent[];
let decider: Decider;
beforeEach(async () => {
  service = await startTestService({ record: (event) => recorded.push(event) });
  recorded = [];
  decider = service.decider;
});
afterEach(() => service.close());

const alice = 'alice@demo.test';
const vpn = cast['a VPN exit'];
const noVpn = rule('block', { kind: 'network', networks: ['vpn'] }, { note: 'no VPN' });

const login = (name = alice, address: string = vpn.address, service_ = 'imap') =>
  decider.answer({ login: name, address, service: service_ });

describe('of a decision is recorded', () => {
  it('a refusal, with the rule as it stands and what is known of the address', async () => {
    await service.policies.save(alice, 0, settings({ rules: [noVpn] }), 'demo');
    login('ALICE%demo.test', '::ffff:185.159.157.3');
    expect(recorded).toEqual([
      {
        account: 'demo',
        mailbox: alice,
        outcome: 'refused',
        protocol: 'imap',
        address: vpn.address,
        time: service.now().getTime(),
        facts: vpn.facts,
        decidedBy: { kind: 'rule', ruleNumber: 1, ruleId: noVpn.id },
        rule: noVpn,
        reason: 'Access denied by email firewall rule no. 1',
      },
    ]);
  });

  it('what a watched mailbox would have refused, as that', async () => {
    await service.policies.save(alice, 0, settings({ mode: 'monitor', defaultAction: 'block' }), 'demo');
    login();
    expect(recorded).toMatchObject([
      {
        outcome: 'would-be-refused',
        decidedBy: { kind: 'default' },
        reason: 'Access denied by email firewall default action',
      },
    ]);
  });

  it('who was let in, with the rule that let him in', async () => {
    const france = rule('allow', { kind: 'country', countries: ['FR'] });
    await service.policies.save(
      alice,
      0,
      settings({ rules: [noVpn, france], defaultAction: 'block' }),
      'demo',
    );
    login(alice, cast['Alice at home'].address, 'pop3');
    expect(recorded).toMatchObject([
      { outcome: 'let-in', protocol: 'pop3', rule: france, reason: undefined },
    ]);
  });

  it.each([
    ['off', settings({ mode: 'off', defaultAction: 'block' }), 'imap'],
    ['protocol', blockEveryone, 'smtp'],
  ] as const)('who was let in by %s', async (kind, policy, protocol) => {
    await service.policies.save(alice, 0, policy, 'demo');
    login(alice, vpn.address, protocol);
    expect(recorded).toMatchObject([{ outcome: 'let-in', decidedBy: { kind }, protocol }]);
  });

  it('who logs in to a mailbox without rules: they may be made of it', () => {
    login();
    expect(recorded).toMatchObject([{ outcome: 'let-in', decidedBy: { kind: 'default' }, facts: vpn.facts }]);
  });

  it('the refusal alone, where a login may mean several mailboxes and one refuses', async () => {
    await service.policies.save('demo', 0, blockEveryone, 'demo');
    login('demo@second.test');
    expect(recorded).toMatchObject([{ mailbox: 'demo', outcome: 'refused' }]);
  });
});

describe('nothing is recorded', () => {
  it.each(['127.0.0.1', '::ffff:127.0.0.1', '192.0.2.1'])(
    'of webmail and health checks, from %s',
    async (address) => {
      await service.policies.save(alice, 0, blockEveryone, 'demo');
      login(alice, address);
      expect(recorded).toEqual([]);
    },
  );

  it('of mailboxes that there are not', () => {
    for (const name of ['root', 'nobody@demo.test', 'a@b.c', "' OR 1=1", '']) login(name);
    expect(recorded).toEqual([]);
  });

  it('of what is no login of a mail program', () => {
    login(alice, vpn.address, 'lmtp');
    login(alice, 'no address');
    expect(recorded).toEqual([]);
  });

  it('of what the page tries out', () => {
    decider.tryOut(alice, [{ address: vpn.address, protocol: 'imap' }]);
    decider.tryOut(alice, [{ address: vpn.address, protocol: 'imap' }], blockEveryone);
    expect(recorded).toEqual([]);
  });
});
