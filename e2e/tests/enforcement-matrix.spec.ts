import { chmod, chown, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Demo } from '../demo/demo.ts';
import { logIn } from '../demo/mail-client.ts';
import { type LoginAnswer, mailProtocols } from '../demo/mail-login.ts';
import { mechanisms } from '../demo/sasl.ts';
import { onlyFrom, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';

const home = '90.12.34.56';

/** A mailbox for each kind of policy, as seen by somebody at home. */
const mailboxes = {
  'no policy': 'bob@demo.test',
  allowed: 'alice@demo.test',
  refused: 'info@demo.test',
  monitored: 'shop@demo.test',
} as const;
type PolicyKind = keyof typeof mailboxes;
const policyKinds = Object.keys(mailboxes) as PolicyKind[];

type Outcome = 'by password' | 'refused by the rules' | 'temporary failure';
const faults = [
  'up',
  'down',
  'hanging',
  'killed in the middle of its answer',
  'up, with a broken policy file',
] as const;
type Fault = (typeof faults)[number];

/** What each cell of the matrix must do. */
const away: Record<PolicyKind, Outcome> = {
  'no policy': 'by password',
  allowed: 'temporary failure',
  refused: 'temporary failure',
  monitored: 'by password',
};
const expected: Record<Fault, Record<PolicyKind, Outcome>> = {
  up: { ...away, allowed: 'by password', refused: 'refused by the rules' },
  down: away,
  hanging: away,
  'killed in the middle of its answer': away,
  'up, with a broken policy file': { ...away, monitored: 'temporary failure' },
};

const refusal = 'Access denied by email firewall default action';
const answers = {
  imap: {
    'let in': /^OK /,
    'wrong password': /^NO \[AUTHENTICATIONFAILED\] Authentication failed\.$/,
    'refused by the rules': new RegExp(`^NO \\[ALERT\\] ${refusal}$`),
    'temporary failure': /^NO \[UNAVAILABLE\] Temporary authentication failure\./,
  },
  pop3: {
    'let in': /^\+OK Logged in\.$/,
    'wrong password': /^-ERR \[AUTH\] Authentication failed\.$/,
    'refused by the rules': new RegExp(`^-ERR \\[AUTH\\] ${refusal}$`),
    'temporary failure': /^-ERR \[SYS\/TEMP\] Temporary authentication failure\./,
  },
} as const;

test.describe.configure({ mode: 'default', timeout: 120_000 });

test.beforeEach(async ({ demo }) => {
  await setPolicy(demo, mailboxes.allowed, onlyFrom(home));
  await setPolicy(demo, mailboxes.refused, onlyFrom('203.0.113.9'));
  await setPolicy(demo, mailboxes.monitored, { ...onlyFrom('203.0.113.9'), mode: 'monitor' });
});

for (const fault of faults) {
  test(`with the service ${fault}, every login gets the answer it must`, async ({ demo }) => {
    const mend = await breakService(demo, fault);
    try {
      const logins = policyKinds.flatMap((policy) =>
        mailProtocols.flatMap((protocol) =>
          mechanisms.flatMap((mechanism) =>
            ['demo', 'wrong'].map((password) => ({ policy, protocol, mechanism, password })),
          ),
        ),
      );
      expect(logins).toHaveLength(48);
      // Twice, so that the second time finds whatever the first has left in a cache.
      await inGroups([...logins, ...logins], async (login) => {
        const answer = await logIn({
          ...login,
          mailbox: mailboxes[login.policy],
          port: demo.ports[login.protocol],
          from: home,
        });
        const cell = JSON.stringify({ fault, ...login });
        expect(answer.answer, cell).toMatch(
          answers[login.protocol][wordsFor(expected[fault][login.policy], login.password)],
        );
        if (login.password !== 'demo') expect(answer.outcome, cell).not.toBe('let-in');
      });
    } finally {
      await mend();
    }
  });
}

test('webmail passes whatever the rules', async ({ demo }) => {
  await setPolicy(demo, mailboxes.refused, { ...onlyFrom('203.0.113.9'), rules: [blockAll] });
  for (const protocol of mailProtocols) {
    for (const from of [undefined, '127.0.0.1', '::1']) {
      expect(await tryLogin(demo, protocol, mailboxes.refused, from)).toMatchObject({
        outcome: 'let-in',
      });
    }
    expect(await tryLogin(demo, protocol, mailboxes.refused, home)).toMatchObject({ outcome: 'refused' });
  }
});

test('a change of rules counts for the very next login', async ({ demo }) => {
  for (let round = 0; round < 5; round++) {
    await setPolicy(demo, mailboxes.refused, onlyFrom(home));
    expect(await tryLogin(demo, 'imap', mailboxes.refused, home)).toMatchObject({ outcome: 'let-in' });
    await setPolicy(demo, mailboxes.refused, onlyFrom('203.0.113.9'));
    expect(await tryLogin(demo, 'imap', mailboxes.refused, home)).toMatchObject({ outcome: 'refused' });
  }
});

test('one mailbox’s refusal is never given to another address', async ({ demo }) => {
  for (let round = 0; round < 5; round++) {
    expect(await tryLogin(demo, 'imap', mailboxes.allowed, home)).toMatchObject({ outcome: 'let-in' });
    expect(await tryLogin(demo, 'imap', mailboxes.allowed, '8.8.8.8')).toMatchObject({
      outcome: 'refused',
    });
  }
});

for (const login of ['INFO@Demo.Test', 'info+demo.test', 'info%demo.test', 'info@demo.test']) {
  test(`the spelling ${login} does not dodge the rules, nor does a long password`, async ({ demo }) => {
    for (const password of ['demo', 'x'.repeat(420), 'x'.repeat(600)]) {
      const answer = await logIn({
        protocol: 'imap',
        port: demo.ports.imap,
        mailbox: login,
        password,
        from: home,
      });
      expect(answer, password).toMatchObject({ outcome: 'refused' });
    }
    await demo.service.kill('SIGKILL');
    const answer = await tryLogin(demo, 'imap', login, home);
    await demo.service.restart();
    expect(answer).toMatchObject({ outcome: 'temporary-failure' });
  });
}

const blockAll = {
  id: 'all',
  action: 'block',
  enabled: true,
  condition: { kind: 'address', ranges: ['0.0.0.0/0', '::/0'] },
} as const satisfies Parameters<typeof setPolicy>[2]['rules'][number];

/** Does the work for all, a few side by side: a login that is waited for does not hold up all the others. */
async function inGroups<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const size = 12;
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(work));
  }
}

function wordsFor(outcome: Outcome, password: string): keyof (typeof answers)['imap'] {
  if (outcome !== 'by password') return outcome;
  return password === 'demo' ? 'let in' : 'wrong password';
}

function tryLogin(
  demo: Demo,
  protocol: 'imap' | 'pop3',
  mailbox: string,
  from: string | undefined,
): Promise<LoginAnswer> {
  return logIn({ protocol, port: demo.ports[protocol], mailbox, password: 'demo', from });
}

/** Puts the service into the state, and says how to put it right. */
async function breakService(demo: Demo, fault: Fault): Promise<() => Promise<void>> {
  switch (fault) {
    case 'up':
      return async () => {};
    case 'down':
      await demo.service.kill('SIGKILL');
      return () => demo.service.restart();
    case 'hanging':
      await demo.service.kill('SIGSTOP');
      return () => demo.service.kill('SIGCONT');
    case 'killed in the middle of its answer': {
      await demo.service.kill('SIGKILL');
      const half = await answerHalf(demo.paths.decisionSocket);
      return async () => {
        half.close();
        await demo.service.restart();
      };
    }
    case 'up, with a broken policy file':
      for (const policy of ['allowed', 'refused', 'monitored'] as const) {
        await writeFile(join(demo.policiesDir, `${mailboxes[policy]}.json`), '{ "mailbox": ');
      }
      await demo.service.restart();
      return async () => {
        for (const mailbox of Object.values(mailboxes)) {
          await rm(join(demo.policiesDir, `${mailbox}.json`), { force: true });
        }
        await demo.service.restart();
      };
  }
}

/** Stands in for a service that dies while it answers: the first half of a refusal, then the end. */
async function answerHalf(socket: string): Promise<Server> {
  const { uid, gid } = await stat(socket);
  await rm(socket);
  const server = createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', () => client.write('HTTP/1.1 403 Forbidden\r\nContent-Le', () => client.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  await chown(socket, uid, gid);
  await chmod(socket, 0o660);
  return server;
}
