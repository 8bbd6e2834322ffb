import type { Condition } from '@email-firewall/contract';
import type { Demo } from '../demo/demo.ts';
import { openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap, readByPop3 } from './support/mail-programs.ts';

const alice = 'alice@demo.test';
const orange = '90.12.34.56';
const orangeV6 = '2a01:cb08::7';
const free = '82.64.0.7';
const rented = '88.198.0.7'; // Hetzner
const vpn = '185.159.157.3'; // Proton
const tor = '185.220.101.5'; // a Tor exit in a network of Tor exits
const outlook = '52.125.140.7'; // the service behind Outlook for iOS and Android

async function expectLetIn(demo: Demo, ...from: string[]): Promise<void> {
  for (const address of from) {
    expect(await readByImap(demo, { mailbox: alice, from: address }), address).toEqual({ mails: 1 });
    expect(await readByPop3(demo, { mailbox: alice, from: address }), address).toEqual({ mails: 1 });
  }
}

async function expectRefused(demo: Demo, rule: number, ...from: string[]): Promise<void> {
  const text = `Access denied by email firewall rule no. ${rule}`;
  for (const address of from) {
    const imap = await readByImap(demo, { mailbox: alice, from: address });
    expect(imap, address).toEqual({ refusal: `[ALERT] ${text}` });
    const pop3 = await readByPop3(demo, { mailbox: alice, from: address });
    expect(pop3, address).toEqual({ refusal: expect.stringContaining(text) });
  }
}

function block(id: string, condition: Condition) {
  return { id, action: 'block', enabled: true, condition } as const;
}

test.beforeEach(({ demo }) => setPolicy(demo, alice, openToAll));

test('a rule by network operator refuses its addresses, of both families, and no others', async ({
  demo,
}) => {
  await setPolicy(demo, alice, {
    ...openToAll,
    rules: [block('a', { kind: 'operator', asns: [5511, 3215] })],
  });
  await expectRefused(demo, 1, orange, orangeV6);
  await expectLetIn(demo, free, rented);
});

test('a rule against servers, VPNs and Tor leaves homes and Outlook for phones alone', async ({ demo }) => {
  const networks = block('a', { kind: 'network', networks: ['hosting', 'vpn', 'tor'] });
  await setPolicy(demo, alice, { ...openToAll, rules: [networks] });
  await expectRefused(demo, 1, rented, vpn, tor);
  await expectLetIn(demo, orange, orangeV6, free, outlook);
});

test('each kind of network has its own rule', async ({ demo }) => {
  const kinds = ['tor', 'vpn', 'mail-cloud', 'hosting'] as const;
  const rules = kinds.map((kind) => block(kind, { kind: 'network', networks: [kind] }));
  await setPolicy(demo, alice, { ...openToAll, rules });
  await expectRefused(demo, 1, tor);
  await expectRefused(demo, 2, vpn);
  await expectRefused(demo, 3, outlook);
  await expectRefused(demo, 4, rented);
  await expectLetIn(demo, orange);
});
