import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEvent } from '../../test/support/events.ts';
import { createMailLog, type MailLog, mailLogLine } from './mail-log.ts';

let folder: string;
let journald: Server;
let read: string;
let lines: string[];
let mailLog: MailLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-mail-log-'));
  read = '';
  lines = [];
  journald = createServer((socket) => {
    socket.on('data', (chunk) => {
      read += chunk;
    });
  });
  mailLog = createMailLog(join(folder, 'stdout'), (_level, message) => lines.push(message));
});
afterEach(async () => {
  mailLog.close();
  journald.close();
  await rm(folder, { recursive: true });
});

const listen = () => once(journald.listen(join(folder, 'stdout')), 'listening');

describe('the mail log', () => {
  it('is given a line for each refusal, after the facility', async () => {
    await listen();
    mailLog.write(newEvent());
    mailLog.write(
      newEvent({ decidedBy: { kind: 'rule', ruleNumber: 2, ruleId: 'r' }, address: '2001:db8::7' }),
    );
    await vi.waitFor(() => expect(read).toContain('rule=2\n'));
    expect(read.split('\n')).toEqual([
      'email-firewall',
      '',
      '22',
      '0',
      '0',
      '0',
      '0',
      'refused address=88.198.0.7 mailbox=alice@demo.test protocol=imap rule=default',
      'refused address=2001:db8::7 mailbox=alice@demo.test protocol=imap rule=2',
      '',
    ]);
  });

  it('is told of nothing that was let in', async () => {
    await listen();
    mailLog.write(newEvent({ outcome: 'would-be-refused' }));
    mailLog.write(newEvent({ outcome: 'let-in' }));
    mailLog.write(newEvent({ mailbox: 'last@demo.test' }));
    await vi.waitFor(() => expect(read).toContain('last@demo.test'));
    expect(read.match(/refused/g)).toHaveLength(1);
  });

  it('may be away: that is logged once, and troubles nobody', async () => {
    mailLog.write(newEvent());
    await vi.waitFor(() => expect(lines).toEqual(['Refusals cannot be written to the mail log.']));
    for (let index = 0; index < 100; index++) mailLog.write(newEvent());
    expect(lines).toHaveLength(1);
  });
});

it('whatever is typed, a line stays one line of five words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (mailbox, address) => {
      const line = mailLogLine(newEvent({ mailbox: `a${mailbox}`, address: `1${address}` }));
      expect(line).toMatch(/^refused address=[!-~]+ mailbox=[!-~]+ protocol=imap rule=default$/);
    }),
  );
  expect(mailLogLine(newEvent({ mailbox: 'x\nrefused address=9.9.9.9 mailbox=y' }))).toBe(
    'refused address=88.198.0.7 mailbox=x?refused?address=9.9.9.9?mailbox=y protocol=imap rule=default',
  );
});
