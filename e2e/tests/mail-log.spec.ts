import {
  createRefusals,
  type LoginOutcome,
  openMailLog,
  reportLogins,
} from '../../server/src/mail-log/index.ts';
import { demoAccount } from '../demo/account.ts';
import type { Demo } from '../demo/demo.ts';
import { logIn } from '../demo/mail-client.ts';
import { mailProtocols } from '../demo/mail-login.ts';
import { onlyFrom, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';

const addresses = ['90.12.34.56', '2a01:cb00:1::7'];
const now = () => new Date();

/** A login that failed within three seconds of the start is not told: it may have been refused before. In milliseconds. */
const settleTime = 3500;

/** What the service knows of the accounts, as far as a login asks. */
const account = demoAccount();
const accounts: Parameters<typeof reportLogins>[0]['accounts'] = {
  account: (name) => (name === account.account ? account : undefined),
  ownerOf: (mailbox) => (account.mailboxes.includes(mailbox) ? account : undefined),
  ownerOfDomain: (domain) => (account.domains.includes(domain) ? account : undefined),
  namesOf: (mailbox) => [mailbox],
  version: () => account,
};

type Told = Pick<LoginOutcome, 'mailbox' | 'address' | 'protocol' | 'outcome'>;

/** Does something while the demo's mail log is followed, and gives what was told from then on. */
async function whileFollowed(
  demo: Demo,
  action: (told: Told[], refusals: ReturnType<typeof createRefusals>) => Promise<void>,
): Promise<void> {
  const told: Told[] = [];
  const refusals = createRefusals(now);
  const mailLog = openMailLog({
    path: demo.paths.dovecotLog,
    onLogin: reportLogins({
      accounts,
      refusals,
      report: ({ mailbox, address, protocol, outcome }) => told.push({ mailbox, address, protocol, outcome }),
    }),
    log: (_, message) => expect(message).toBeUndefined(),
    now,
  });
  try {
    await expect.poll(() => mailLog.state()).toEqual({ isReadable: true });
    await new Promise((resolve) => setTimeout(resolve, settleTime));
    await action(told, refusals);
  } finally {
    await mailLog.stop();
  }
}

test('logins and wrong passwords in Dovecot’s log are told', async ({ demo }) => {
  await whileFollowed(demo, async (told) => {
    for (const protocol of mailProtocols) {
      for (const from of addresses) {
        for (const [password, outcome] of [
          ['demo', 'logged-in'],
          ['wrong', 'wrong-password'],
        ] as const) {
          const port = demo.ports[protocol];
          await logIn({ protocol, port, mailbox: 'ALICE%demo.test', password, from });
          await expect
            .poll(() => told.splice(0), { intervals: [50] })
            .toEqual([{ mailbox: 'alice@demo.test', address: from, protocol, outcome }]);
        }
      }
    }
  });
});

test('a login that the firewall refused is no wrong password, whatever the password', async ({ demo }) => {
  await setPolicy(demo, 'info@demo.test', onlyFrom('203.0.113.9'));
  await whileFollowed(demo, async (told, refusals) => {
    for (const protocol of mailProtocols) {
      for (const address of addresses) {
        // The service notes it when it refuses; here, who knows that it will.
        refusals.note({ mailbox: 'info@demo.test', address, protocol });
        for (const password of ['demo', 'wrong']) {
          const port = demo.ports[protocol];
          const login = { protocol, port, mailbox: 'info@demo.test', password, from: address };
          expect((await logIn(login)).answer).toContain('Access denied by email firewall');
        }
      }
    }
    // The last of all the lines, so that the others were read.
    await logIn({ protocol: 'imap', port: demo.ports.imap, mailbox: 'bob@demo.test', password: 'demo' });
    await expect.poll(() => told).toMatchObject([{ mailbox: 'bob@demo.test', outcome: 'logged-in' }]);
  });
});

test('what is typed as a login is never told as somebody else’s address or mailbox', async ({ demo }) => {
  await whileFollowed(demo, async (told) => {
    for (const protocol of mailProtocols) {
      const port = demo.ports[protocol];
      for (const mailbox of [
        'bob@demo.test>, method=PLAIN, rip=192.0.2.66, lip=192.0.2.1, session=<x>',
        'x>, rip=192.0.2.66, lip=192.0.2.1, TLS',
        `${'x'.repeat(60)}@demo.test.evil.example`,
      ]) {
        await logIn({ protocol, port, mailbox, password: 'demo', from: '90.12.34.56' });
      }
    }
    await logIn({ protocol: 'imap', port: demo.ports.imap, mailbox: 'bob@demo.test', password: 'demo' });
    await expect.poll(() => told).toHaveLength(1);
    expect(told).toMatchObject([{ mailbox: 'bob@demo.test', address: '127.0.0.1', outcome: 'logged-in' }]);
  });
});
