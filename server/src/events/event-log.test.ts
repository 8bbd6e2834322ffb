import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEvent, noon } from '../../test/support/events.ts';
import { createEventLog, type EventLog, InvalidCursor } from './event-log.ts';
import type { NewEvent } from './new-event.ts';

const alice = { account: 'demo', mailboxes: ['alice@demo.test'] };
const retention = { maxAge: 1e12, maxBytes: 1e12 };

let folder: string;
let events: EventLog;
let lines: { level: string; message: string }[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-event-log-'));
  lines = [];
  events = open(join(folder, 'events.sqlite'));
});
afterEach(async () => {
  await events.close();
  await rm(folder, { recursive: true });
});

function open(file: string): EventLog {
  const log = (level: string, message: string) => lines.push({ level, message });
  return createEventLog({ file, retention, log, interval: 20 });
}

function record(count: number, more: Partial<NewEvent> = {}): void {
  for (let index = 0; index < count; index++) {
    events.record(newEvent({ address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, ...more }));
  }
}

describe('the event log', () => {
  it('tells by itself what has been recorded, soon after', async () => {
    record(2);
    await vi.waitFor(async () => expect((await events.list(alice, 10)).events).toHaveLength(2));
  });

  it('gives a page at a time, with a cursor to the older ones', async () => {
    record(5);
    await events.flush();
    const first = await events.list(alice, 3);
    const second = await events.list(alice, 3, first.cursor);
    expect([first.events.length, second.events.length, second.cursor]).toEqual([3, 2, undefined]);
  });

  it.each(['', 'x y', '-1', '1.5', '0x1', 'zzzzzzzzzzzzzzzz', '01'])(
    'takes %j for no cursor',
    async (cursor) => {
      await expect(events.list(alice, 3, cursor)).rejects.toThrow(InvalidCursor);
    },
  );

  it('writes what waits when it is closed', async () => {
    record(3);
    await events.close();
    events = open(join(folder, 'events.sqlite'));
    expect((await events.list(alice, 10)).events).toHaveLength(3);
  });

  it('exports up to its bound, and says whether older ones are left out', async () => {
    for (let batch = 0; batch < 6; batch++) {
      record(8400, { time: noon + batch * 60_000 });
      await events.flush();
    }
    const { csv, isCut } = await events.export(alice);
    expect(isCut).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(50_000 + 2);
    const some = await events.export({ ...alice, to: noon + 30_000 });
    expect(some.isCut).toBe(false);
    expect(some.csv.split('\r\n')).toHaveLength(8400 + 2);
  }, 60_000);

  it('begins a new file where it is damaged, at the start', async () => {
    const file = join(folder, 'damaged.sqlite');
    await writeFile(file, 'no database at all'.repeat(1000));
    await events.close();
    events = open(file);
    await events.open();
    expect(lines).toMatchObject([
      { level: 'error', message: 'The event log was damaged. It has been moved aside, and a new one begun.' },
    ]);
    record(1);
    await events.flush();
    expect((await events.list(alice, 10)).events).toHaveLength(1);
  });

  it('begins a new file where it is damaged in use', async () => {
    const file = join(folder, 'events.sqlite');
    record(5000);
    await events.flush();
    await events.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 65_536));
    events = open(file);
    await events.open();
    await expect(events.list(alice, 10)).rejects.toThrow('malformed');
    expect(lines).toMatchObject([{ level: 'error' }]);
    expect(await events.list(alice, 10)).toEqual({ events: [] });
    record(1);
    await events.flush();
    expect((await events.list(alice, 10)).events).toHaveLength(1);
  });

  it('that cannot be opened rejects questions, loses events, and is there again when it can', async () => {
    await events.close();
    await writeFile(join(folder, 'blocked'), '');
    events = open(join(folder, 'blocked', 'events.sqlite'));
    await events.open();
    record(1);
    await events.flush();
    await expect(events.list(alice, 10)).rejects.toThrow();
    expect(lines.map(({ level }) => level)).toEqual(['error', 'error']);
    await rm(join(folder, 'blocked'));
    record(1);
    await events.flush();
    expect((await events.list(alice, 10)).events).toHaveLength(1);
    expect(lines.at(-1)).toEqual({ level: 'warn', message: 'Events are written again.' });
  });

  it.runIf(process.getuid?.() === 0)(
    'loses events while the disk is full, and goes on when it is not',
    async () => {
      await events.close();
      const small = join(folder, 'small');
      await mkdir(small);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]);
      try {
        events = open(join(small, 'events.sqlite'));
        record(10);
        await events.flush();
        await writeFile(join(small, 'filler'), Buffer.alloc(4_000_000)).catch(() => {});
        record(9000, { time: noon + 120_000 });
        await events.flush();
        expect(lines).toEqual([
          { level: 'error', message: 'Events cannot be written. They are lost until they can.' },
        ]);
        await rm(join(small, 'filler'));
        record(7, { time: noon + 240_000 });
        await events.flush();
        expect((await events.list(alice, 200)).events).toHaveLength(17);
        expect(lines).toHaveLength(2);
      } finally {
        await events.close();
        execFileSync('umount', [small]);
      }
    },
  );
});
