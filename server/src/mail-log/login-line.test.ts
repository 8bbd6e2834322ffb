import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type LoginLine, parseLoginLine } from './login-line.ts';

const now = Date.parse('2026-11-25T03:00:00Z');
const samples = new URL('../../test/mail-logs/', import.meta.url);

/** What a real log tells, one short sentence for each line that tells something. */
async function told(sample: string): Promise<string[]> {
  const lines = (await readFile(new URL(sample, samples), 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const login = parseLoginLine(line, now);
    return login ? [`${login.protocol} ${login.login} ${login.outcome} ${login.address}`] : [];
  });
}

const forged = 'b>, method=PLAIN, rip=1.2.3.4, lip=1.1.1.1, session=<x>';

describe('the logs of real servers', () => {
  it('2.3, written by Dovecot itself', async () => {
    expect(await told('2.3-own-file.log')).toEqual([
      'imap bob@demo.test logged-in 90.12.34.56',
      'imap bob@demo.test logged-in 90.12.34.56',
      'imap bob@demo.test failed 90.12.34.56',
      'imap info@demo.test failed 90.12.34.56',
      'imap bob@demo.test logged-in 2a01:cb00::1',
      'imap info@demo.test failed 2a01:cb00::1',
      'pop3 bob@demo.test logged-in 90.12.34.56',
      'pop3 bob@demo.test failed 90.12.34.56',
      'pop3 info+demo.test failed 90.12.34.56',
      'pop3 info@demo.test logged-in 127.0.0.1',
      'imap alice@demo.test failed 127.0.0.1',
      'imap b, rip=1.2.3.4, session=<x> failed 127.0.0.1',
      'imap b>,rip=1.2.3.4 failed 127.0.0.1',
      'imap b> failed 127.0.0.1',
      'imap bé@demo.test failed 127.0.0.1',
      'imap bob???\x7f failed 127.0.0.1',
      'pop3 bob@demo.test failed 127.0.0.1',
      `pop3 ${forged} failed 127.0.0.1`,
      'imap nobody@else.test failed 127.0.0.1',
    ]);
  });

  it('2.4, written by Dovecot itself', async () => {
    expect(await told('2.4-own-file.log')).toEqual([
      'smtp bob@demo.test logged-in 127.0.0.1',
      'imap bob@demo.test logged-in 2a01:cb00::1',
      'pop3 bob@demo.test logged-in 90.12.34.56',
      'smtp bob@demo.test failed 127.0.0.1',
      'pop3 info@demo.test failed 90.12.34.56',
      'pop3 bob@demo.test failed 90.12.34.56',
      'imap bob@demo.test failed 90.12.34.56',
      'imap info@demo.test failed 90.12.34.56',
      'imap bob@demo.test failed 2a01:cb00::1',
      'imap bob@demo.test failed 127.0.0.1',
      `imap ${forged} failed 127.0.0.1`,
      `pop3 ${forged} failed 127.0.0.1`,
    ]);
  });

  it.each(['2.3-syslog.log', '2.3-rsyslog.log', '2.4-syslog.log', '2.4-rsyslog.log'])(
    '%s',
    async (sample) => {
      expect(await told(sample)).toEqual([
        'imap bob@demo.test logged-in 2a01:cb00::1',
        'imap bob@demo.test failed 2a01:cb00::1',
        'pop3 bob@demo.test logged-in 2a01:cb00::1',
        'pop3 bob@demo.test failed 2a01:cb00::1',
      ]);
    },
  );
});

const time = Date.parse('2026-11-25T02:00:00Z');

function parse(message: string, prefix = '2026-11-25T02:00:00Z mail dovecot[42]: '): LoginLine | undefined {
  return parseLoginLine(prefix + message, now);
}

describe('a line', () => {
  it('tells login, address, protocol, outcome, time and session', () => {
    const line = parse(
      'imap-login: Login: user=<alice@demo.test>, method=PLAIN, rip=::ffff:90.12.34.56, lip=192.0.2.1, mpid=7, TLS, session=<a/B+0==>',
    );
    expect(line).toEqual({
      login: 'alice@demo.test',
      address: '90.12.34.56',
      protocol: 'imap',
      outcome: 'logged-in',
      time,
      firstAttempt: time,
      session: 'a/B+0==',
    });
  });

  it('tells when a failed connection’s first attempt was', () => {
    const line = parse(
      'pop3-login: Disconnected: Inactivity (auth failed, 3 attempts in 165 secs): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, TLS',
    );
    expect(line).toMatchObject({ outcome: 'failed', time, firstAttempt: time - 165_000 });
    expect(line).not.toHaveProperty('session');
  });

  // From public logs of servers that were not at hand.
  it.each([
    'imap-login: Disconnected (auth failed, 1 attempts in 6 secs): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, TLS: Disconnected, session=<Mq312UB8Gc7F6BHU>',
    'pop3-login: Aborted login (auth failed, 1 attempts in 17 secs): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, session=<YADINsQCDs5BH8Pg>',
    'imap-login: Disconnected (auth failed, 2 attempts): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, TLS',
    'imap-login: Disconnected: Connection closed: read(size=350) failed: Connection reset by peer (auth failed, 1 attempts in 2 secs): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, TLS, session=<a>',
    'submission-login: Remote closed connection (auth failed, 1 attempts in 2 secs): user=<alice@demo.test>, method=LOGIN, rip=90.12.34.56, lip=192.0.2.1',
    'submission-login: Client has quit the connection (auth failed, 1 attempts in 2 secs): user=<alice@demo.test>, method=LOGIN, rip=90.12.34.56, lip=192.0.2.1',
    'managesieve-login: Login aborted: Logged out (auth failed, 1 attempts in 2 secs) (auth_failed): user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, TLS, session=<a>',
  ])('of a failed login: %s', (message) => {
    expect(parse(message)).toMatchObject({
      login: 'alice@demo.test',
      address: '90.12.34.56',
      outcome: 'failed',
    });
  });

  const ending = 'user=<alice@demo.test>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, session=<a>';
  it.each([
    ['a temporary failure', `imap-login: Disconnected (auth service reported temporary failure): ${ending}`],
    [
      'a switched-off user',
      `imap-login: Login aborted: Logged out (user disabled, 1 attempts in 2 secs) (user_disabled): ${ending}`,
    ],
    [
      'no attempt',
      'imap-login: Disconnected (no auth attempts in 0 secs): user=<>, rip=90.12.34.56, lip=192.0.2.1',
    ],
    ['a login that is cut', `imap-login: Login: ${ending.replace('demo.test', 'dem...')}`],
    ['an address that is none', `imap-login: Login: ${ending.replace('90.12.34.56', '90.12.34.256')}`],
    ['a huge line', `imap-login: Login: ${ending.replace('alice', 'a'.repeat(100_000))}`],
    ['a session’s end', 'imap(alice@demo.test)<1><a>: Disconnected: Logged out in=9 out=470'],
    ['words after the fields', `imap-login: Login: ${ending} and more`],
  ])('that tells nothing: %s', (_, message) => expect(parse(message)).toBeUndefined());

  it.each([
    ['another program', '2026-11-25T02:00:00Z mail postfix/smtpd[7]: improper command from dovecot: '],
    ['another process of Dovecot', '2026-11-25T02:00:00Z mail dovecot: auth: '],
    ['nobody', 'mail dovecot: '],
  ])('of %s tells nothing, whatever it quotes', (_, prefix) => {
    expect(parse(`imap-login: Login: ${ending}`, prefix)).toBeUndefined();
  });
});
