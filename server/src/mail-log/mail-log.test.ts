import { appendFile, chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LoginLine } from './login-line.ts';
import { type MailLog, openMailLog } from './mail-log.ts';

const now = () => new Date('2026-11-25T03:00:00Z');
const lineOf = (mailbox: string) =>
  `Nov 25 02:00:00 mail dovecot: imap-login: Login: user=<${mailbox}>, method=PLAIN, rip=90.12.34.56, lip=192.0.2.1, mpid=1, TLS, session=<a>\n`;

let folder: string;
let path: string;
let mailLog: MailLog;
let told: string[];
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-test-'));
  await chmod(folder, 0o755);
  path = join(folder, 'mail.log');
  told = [];
  said = [];
});
afterEach(async () => {
  await mailLog.stop();
  await rm(folder, { recursive: true });
});

async function open(onLogin = ({ login }: LoginLine) => void told.push(login)): Promise<void> {
  mailLog = openMailLog({
    path,
    onLogin,
    log: (level, message) => void said.push(`${level}: ${message}`),
    now,
  });
  // The first look is over once it is known whether the log can be read.
  await vi.waitFor(() =>
    expect(mailLog.state()).not.toMatchObject({ fault: expect.stringContaining('yet') }),
  );
}

/** Two looks at most. */
const soon = { timeout: 2000, interval: 20 };

it('tells of logins within two seconds, and of no other line', async () => {
  await writeFile(path, lineOf('before@demo.test'));
  await open();
  await appendFile(path, `${lineOf('alice@demo.test')}Nov 25 02:00:00 mail kernel: out of memory\n`);
  await appendFile(path, lineOf('bob@demo.test'));
  await vi.waitFor(() => expect(told).toEqual(['alice@demo.test', 'bob@demo.test']), soon);
  await rename(path, `${path}.1`);
  await writeFile(path, lineOf('info@demo.test'));
  await vi.waitFor(() => expect(told.slice(2)).toEqual(['info@demo.test']), soon);
  expect(mailLog.state()).toEqual({ isReadable: true });
  expect(said).toEqual([]);
});

it('says once that there is no log, and that there is one again', async () => {
  await open();
  expect(mailLog.state()).toEqual({ isReadable: false, fault: expect.stringContaining('does not exist') });
  expect(mailLog.place()).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await writeFile(path, lineOf('alice@demo.test'));
  await vi.waitFor(() => expect(told).toEqual(['alice@demo.test']), soon);
  expect(said).toEqual([
    'warn: The mail log cannot be read: what became of logins is not known.',
    'info: The mail log can be read again.',
  ]);
});

it('tries again where it may not read, and then tells what was written meanwhile', async () => {
  await writeFile(path, lineOf('before@demo.test'));
  await chmod(path, 0o200);
  // Root may read everything; another user may not.
  if (process.getuid?.() === 0) process.seteuid?.(65534);
  try {
    await open();
    expect(mailLog.state()).toEqual({ isReadable: false, fault: expect.stringContaining('EACCES') });
  } finally {
    if (process.getuid?.() === 0) process.seteuid?.(0);
  }
  await chmod(path, 0o600);
  await appendFile(path, lineOf('alice@demo.test'));
  await vi.waitFor(() => expect(told).toEqual(['alice@demo.test']), soon);
  expect(mailLog.state()).toEqual({ isReadable: true });
});

it('goes on after a login that could not be taken in', async () => {
  await writeFile(path, '');
  await open(({ login }) => {
    if (login === 'alice@demo.test') throw new Error('the disk is full');
    told.push(login);
  });
  await appendFile(path, lineOf('alice@demo.test') + lineOf('bob@demo.test'));
  await vi.waitFor(() => expect(told).toEqual(['bob@demo.test']), soon);
  expect(said).toEqual(['error: A login told by the mail log could not be taken in.']);
});

it('tells nothing once it is stopped', async () => {
  await writeFile(path, '');
  await open();
  await mailLog.stop();
  await appendFile(path, lineOf('alice@demo.test'));
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(told).toEqual([]);
});
