import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockEveryone } from '../../test/support/policies.ts';
import { startTestService, type TestService } from '../../test/support/service.ts';
import { mailboxesFor } from './login.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.policies.save('alice@demo.test', 0, blockEveryone, 'demo');
  await service.policies.save('demo', 0, blockEveryone, 'demo');
});
afterAll(() => service.close());

const answer = (login: string, address = '90.12.34.56', name = 'imap') =>
  service.decider.answer({ login, address, service: name });

const spellingsOfAlice = [
  'alice@demo.test',
  'ALICE@Demo.Test',
  ' alice@demo.test',
  'alice@demo.test\t\n ',
  'alice@demo.test.',
  'alice@demo.test..',
  'alice@ demo.test',
  'alice %demo.test',
  'alice+demo.test',
  'alice%demo.test',
  'alice:demo.test',
  'Alice%DEMO.TEST.',
  'alice+spam@demo.test',
  'alice+a+b@demo.test',
  'alice+spam%demo.test',
  'alice+spam+demo.test',
  'alice@demo.test*master',
  'alice@demo.test*bob@demo.test',
  'alice%demo.test*master',
  'alice＠demo.test',
  'ａｌｉｃｅ@demo.test',
];

const spellingsOfTheDefaultMailbox = [
  'demo',
  'DEMO',
  ' demo ',
  'demo*master',
  'demo@demo.test',
  'demo@second.test',
  'demo%second.test.',
  'demo+demo.test',
  '_mainaccount@demo.test',
  '_mainaccount@second.test',
  '_mainaccount+second.test',
  '_MainAccount%demo.test',
  'demo+tag@demo.test',
];

describe('every spelling of a login is decided by the rules of the mailbox it opens', () => {
  it.each(spellingsOfAlice)('%j opens alice@demo.test', (login) => {
    expect(mailboxesFor(login, service.accounts)).toContain('alice@demo.test');
    expect(answer(login)).toMatchObject({ kind: 'refuse' });
  });

  it.each(spellingsOfTheDefaultMailbox)('%j opens the default mailbox', (login) => {
    expect(mailboxesFor(login, service.accounts)).toContain('demo');
    expect(answer(login)).toMatchObject({ kind: 'refuse' });
  });
});

describe('a mailbox without rules loses no mail to its neighbours', () => {
  it.each([
    'bob@demo.test',
    'bob+spam@demo.test',
    'bob%demo.test',
    'alice@other.test',
    'demo@other.test',
    'nobody',
    'nobody@nowhere.test',
    '',
    '@',
    '%',
    '*',
    'alice',
    'alice@',
  ])('%j passes', (login) => {
    expect(answer(login)).toEqual({ kind: 'pass' });
  });

  it('a mailbox that bears exactly the name that was typed is meant alone', () => {
    expect(mailboxesFor('Bob@demo.test', service.accounts)).toEqual(['bob@demo.test']);
  });
});

describe('who is asked about', () => {
  it('cPanel’s own service logins pass from loopback', () => {
    expect(answer('__cpanel__service__auth__imap__x1y2', '127.0.0.1')).toEqual({ kind: 'pass' });
  });

  it.each(['127.0.0.1', '127.8.9.10', '::ffff:127.0.0.1', '192.0.2.1'])(
    'webmail, from %s, passes',
    (address) => {
      expect(answer('alice@demo.test', address)).toEqual({ kind: 'pass' });
    },
  );

  it.each(['', 'unknown', '90.12.34.56%eth0', '90.12.34.56 '])(
    'the address %j cannot be judged: a mailbox that refuses fails for now',
    (address) => {
      expect(answer('alice@demo.test', address)).toEqual({ kind: 'fault' });
      expect(answer('bob@demo.test', address)).toEqual({ kind: 'pass' });
    },
  );

  it.each(['lmtp', 'doveadm', 'indexer', ''])(
    'the service %j delivers or administers, and is not asked',
    (name) => {
      expect(answer('alice@demo.test', '90.12.34.56', name)).toEqual({ kind: 'pass' });
    },
  );

  it.each(['constructor', '__proto__'])('the service name %j is not one of ours', (name) => {
    expect(answer('alice@demo.test', '90.12.34.56', name)).toEqual({ kind: 'pass' });
  });
});
