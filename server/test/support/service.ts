import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Address } from '@email-firewall/contract';
import { createDecider, type Decider } from '../../src/decision/index.ts';
import { createEventLog, type EventLog, type Recorder } from '../../src/events/index.ts';
import type { Log } from '../../src/log.ts';
import {
  type AccountDirectory,
  openAccountDirectory,
  openPolicyStore,
  type PolicyStore,
} from '../../src/storage/index.ts';
import { fakeFacts } from './fake-facts.ts';

type LogLine = { level: string; message: string; detail: Record<string, unknown> };

/** The parts of the service on a folder of their own, with a clock that tests move. */
export type TestService = {
  folder: string;
  policies: PolicyStore;
  accounts: AccountDirectory;
  decider: Decider;
  /** Writes what comes at once, almost. */
  events: EventLog;
  log: Log;
  lines: LogLine[];
  now: () => Date;
  /** Lets time pass: files are looked at again, and rules end. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
};

const demoAccounts = {
  accounts: [
    {
      account: 'demo',
      domains: ['demo.test', 'second.test'],
      mailboxes: ['alice@demo.test', 'bob@demo.test', 'demo'],
    },
    { account: 'other', domains: ['other.test'], mailboxes: ['alice@other.test', 'demo@other.test'] },
  ],
};

/** Loopback, and one address of the server's own. */
function isServerAddress(address: Address): boolean {
  return address.version === 4 && (address.value >>> 24 === 127 || address.value === 0xc0000201);
}

export async function startTestService(more: { now?: Date; record?: Recorder } = {}): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'email-firewall-test-'));
  await writeFile(join(folder, 'accounts.json'), JSON.stringify(demoAccounts));
  let time = 0;
  const clock = () => time;
  const start = more.now ?? new Date('2026-11-24T12:00:00Z');
  const now = () => new Date(start.getTime() + time);
  const lines: LogLine[] = [];
  const log: Log = (level, message, detail = {}) => void lines.push({ level, message, detail });
  const accounts = openAccountDirectory(join(folder, 'accounts.json'), log, clock);
  const policies = await openPolicyStore({
    policies: join(folder, 'policies'),
    markers: join(folder, 'markers'),
    namesOf: accounts.namesOf,
    log,
    clock,
    now,
  });
  const events = createEventLog({
    file: join(folder, 'events.sqlite'),
    retention: { maxAge: 90 * 86_400_000, maxBytes: 64_000_000 },
    log,
    interval: 10,
  });
  const { record = events.record } = more;
  const decider = createDecider({ policies, accounts, facts: fakeFacts, isServerAddress, record, log, now });
  return {
    folder,
    policies,
    accounts,
    decider,
    events,
    log,
    lines,
    now,
    pass(milliseconds) {
      time += milliseconds;
    },
    async close() {
      await policies.close();
      await events.close();
      await rm(folder, { recursive: true });
    },
  };
}
