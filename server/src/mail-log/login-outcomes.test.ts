import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../test/support/service.ts';
import type { AccountDirectory } from '../storage/index.ts';
import type { LoginLine } from './login-line.ts';
import { type LoginOutcome, reportLogins } from './login-outcomes.ts';
import { createRefusals, type Refusals } from './refusals.ts';

let service: TestService;
let refusals: Refusals;
let told: LoginOutcome[];
let take: (line: LoginLine) => void;

const home = '90.12.34.56';
const minute = 60_000;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());
beforeEach(() => {
  told = [];
  refusals = createRefusals(service.now);
  take = reportLogins({ accounts: service.accounts, refusals, report: (outcome) => told.push(outcome) });
  service.pass(minute);
});

/** Dovecot's line, now, of a connection that has just been made. */
function line(more: Partial<LoginLine> = {}): LoginLine {
  const time = service.now().getTime();
  return {
    login: 'alice@demo.test',
    address: home,
    protocol: 'imap',
    outcome: 'failed',
    time,
    firstAttempt: time,
    session: 'a',
    ...more,
  };
}

const refuse = (more: { mailbox?: string; address?: string; protocol?: 'imap' | 'pop3' } = {}) =>
  refusals.note({ mailbox: 'alice@demo.test', address: home, protocol: 'imap', ...more });

it('a login is told with the mailbox and the account it belongs to', () => {
  take(line({ login: 'ALICE+demo.test', outcome: 'logged-in' }));
  expect(told).toEqual([
    {
      mailbox: 'alice@demo.test',
      account: 'demo',
      outcome: 'logged-in',
      address: home,
      protocol: 'imap',
      time: service.now().getTime(),
      firstAttempt: service.now().getTime(),
      session: 'a',
    },
  ]);
});

it.each([
  ['demo', 'demo'],
  ['demo@second.test', 'demo'],
  ['_mainaccount@demo.test', 'demo'],
  ['alice@demo.test*master', 'alice@demo.test'],
])('%s is the mailbox %s', (login, mailbox) => {
  take(line({ login, outcome: 'logged-in' }));
  expect(told).toMatchObject([{ mailbox }]);
});

it.each(['nobody@demo.test', 'alice@elsewhere.test', 'root', 'b>, rip=192.0.2.1', ''])(
  '%j is no mailbox, and is not told',
  (login) => {
    take(line({ login }));
    expect(told).toEqual([]);
  },
);

it('a login that may mean two mailboxes is told of neither', () => {
  const tagged = 'alice+sales@demo.test';
  const accounts: AccountDirectory = {
    ...service.accounts,
    ownerOf: (mailbox) => service.accounts.ownerOf(mailbox === tagged ? 'alice@demo.test' : mailbox),
  };
  take = reportLogins({ accounts, refusals, report: (outcome) => told.push(outcome) });
  take(line({ login: 'alice+sales%demo.test' }));
  expect(told).toEqual([]);
  take(line({ login: tagged }));
  expect(told).toMatchObject([{ mailbox: tagged }]);
});

describe('a failed login', () => {
  it('is a wrong password where the firewall let it pass', () => {
    take(line());
    expect(told).toMatchObject([{ mailbox: 'alice@demo.test', outcome: 'wrong-password' }]);
  });

  it('is none where the firewall refused it', () => {
    refuse();
    take(line());
    expect(told).toEqual([]);
  });

  it('is none where the firewall refused it minutes before the connection ended', () => {
    refuse();
    const firstAttempt = service.now().getTime();
    service.pass(3 * minute);
    take(line({ firstAttempt }));
    expect(told).toEqual([]);
  });

  it('is none where its line is read late, after more refusals', () => {
    refuse();
    const late = line();
    service.pass(minute);
    refuse();
    take(late);
    expect(told).toEqual([]);
  });

  it('is a wrong password where another mailbox, address or protocol, or an earlier connection, was refused', () => {
    refuse({ mailbox: 'bob@demo.test' });
    refuse({ address: '90.12.34.57' });
    refuse({ protocol: 'pop3' });
    take(line());
    expect(told).toHaveLength(1);
    refuse();
    service.pass(minute);
    take(line());
    expect(told).toHaveLength(2);
  });

  it('of before the start is not told: the firewall may have refused it', () => {
    take(line({ firstAttempt: service.now().getTime() - 2 * minute }));
    expect(told).toEqual([]);
  });
});

it('a successful login is told although another was refused', () => {
  refuse();
  take(line({ outcome: 'logged-in' }));
  expect(told).toHaveLength(1);
});

it('a flood of refusals cannot fill the memory, nor turn a refusal into a wrong password', () => {
  refusals = createRefusals(service.now, 100);
  take = reportLogins({ accounts: service.accounts, refusals, report: (outcome) => told.push(outcome) });
  service.pass(minute);
  refuse();
  const refused = line();
  for (let count = 0; count < 200; count++) refuse({ address: `2001:db8::${count}` });
  take(refused);
  expect(told).toEqual([]);
  service.pass(minute);
  take(line());
  expect(told).toHaveLength(1);
});
