import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { networkKinds, outcomes } from '@email-firewall/contract';
import { createDecider, createDecisionServer } from '../src/decision/index.ts';
import { createEventLog, type EventLog, type NewEvent, type Recorder } from '../src/events/index.ts';
import { openEventStore } from '../src/events/store/event-store.ts';
import { openAccountDirectory, openPolicyStore } from '../src/storage/index.ts';

/*
 * What the event log costs: an attack of 200 logins a second from 50 addresses, with and without the log, and questions to
 * a log of a million events. Prints what it has measured; times are in milliseconds.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    events: { type: 'string', default: '1000000' },
  },
});

const rate = 200;
const addresses = 50;
const mailbox = 'alice@demo.test';
const retention = { maxAge: 90 * 86_400_000, maxBytes: 2 ** 40 };
const silent = () => {};

const folder = await mkdtemp(join(tmpdir(), 'email-firewall-bench-'));
try {
  // The first seconds of a process are slow, with a log or without.
  await attack(Math.min(5, Number(values.seconds)), silent);
  print('decision without log', await attack(Number(values.seconds), silent));
  const file = join(folder, 'attack.sqlite');
  const events = createEventLog({ file, retention, log: silent });
  print('decision with log', await attack(Number(values.seconds), events.record));
  await events.close();
  const rows = new DatabaseSync(file)
    .prepare('SELECT count(*) AS rows, sum(count) AS attempts FROM events')
    .get();
  process.stdout.write(`after it: ${JSON.stringify(rows)}, ${(await stat(file)).size} bytes\n`);

  const full = join(folder, 'full.sqlite');
  fill(full, Number(values.events));
  process.stdout.write(`${values.events} events: ${(await stat(full)).size} bytes\n`);
  const log = createEventLog({ file: full, retention, log: silent });
  await ask(log);
  await log.close();
} finally {
  await rm(folder, { recursive: true });
}

/** How long each answer took, asked as the hook asks. */
async function attack(seconds: number, record: Recorder): Promise<number[]> {
  const own = await mkdtemp(join(folder, 'service-'));
  const accounts = { accounts: [{ account: 'demo', domains: ['demo.test'], mailboxes: [mailbox] }] };
  await writeFile(join(own, 'accounts.json'), JSON.stringify(accounts));
  const parts = { log: silent, clock: () => performance.now(), now: () => new Date() };
  const directory = openAccountDirectory(join(own, 'accounts.json'), parts.log, parts.clock);
  const policies = await openPolicyStore({
    policies: join(own, 'policies'),
    markers: join(own, 'markers'),
    namesOf: directory.namesOf,
    ...parts,
  });
  await policies.save(
    mailbox,
    0,
    { mode: 'enforce', protocols: ['imap', 'pop3'], rules: [], defaultAction: 'block' },
    'demo',
  );
  const decider = createDecider({
    policies,
    accounts: directory,
    facts: { factsFor: () => ({ country: 'DE', operator: { asn: 24940, name: 'Hetzner' } }) },
    isServerAddress: () => false,
    record,
    ...parts,
  });
  const server = createDecisionServer(decider, parts.log);
  await once(server.listen(join(own, 'd')), 'listening');
  const agent = new Agent({ maxSockets: 50 });
  const times: number[] = [];

  async function login(index: number): Promise<void> {
    const begun = performance.now();
    const call = request({ socketPath: join(own, 'd'), path: '/decide', method: 'POST', agent });
    call.end(`login=alice%40demo.test&address=203.0.113.${index % addresses}&service=imap`);
    const [response] = await once(call, 'response');
    response.resume();
    await once(response, 'end');
    times.push(performance.now() - begun);
  }

  const begun = performance.now();
  const logins: Promise<void>[] = [];
  for (let index = 0; index < seconds * rate; index++) {
    const wait = begun + (index * 1000) / rate - performance.now();
    if (wait > 0) await sleep(wait);
    logins.push(login(index));
  }
  await Promise.all(logins);
  agent.destroy();
  server.close();
  await policies.close();
  return times;
}

/** Events of eighty days: a tenth of them of one mailbox, the others of a thousand in ten accounts. */
function fill(file: string, count: number): void {
  const store = openEventStore({ file, retention, onDamage: silent, now: Date.now });
  const start = Date.now() - 80 * 86_400_000;
  const step = (80 * 86_400_000) / count;
  for (let index = 0; index < count; index += 10_000) {
    const batch = Array.from({ length: Math.min(10_000, count - index) }, (_, offset) => index + offset);
    store.append(batch.map((number) => event(number, start + number * step)));
  }
  store.close();
}

function event(number: number, time: number): NewEvent {
  const account = number % 10 === 0 ? 'busy' : `account${number % 9}`;
  const name = number % 10 === 0 ? 'one' : `m${number % 111}`;
  const network = networkKinds[number % 7];
  return {
    account,
    mailbox: `${name}@${account}.test`,
    outcome: outcomes[(number >> 4) % 5] ?? 'refused',
    protocol: number % 3 === 0 ? 'pop3' : 'imap',
    address: `${10 + (number % 3)}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    time,
    facts: {
      country: ['FR', 'DE', 'BE', 'US', 'CN'][number % 5] ?? 'FR',
      operator: { asn: 1 + (number % 4000), name: `Operator ${1 + (number % 4000)}` },
      ...(network && { network }),
    },
    decidedBy: { kind: 'default' },
    reason: 'Access denied by email firewall default action',
  };
}

async function ask(log: EventLog): Promise<void> {
  const busy = { account: 'busy', mailboxes: ['one@busy.test'] };
  const wide = {
    account: 'account1',
    mailboxes: Array.from({ length: 111 }, (_, index) => `m${index}@account1.test`),
  };
  const month = { from: Date.now() - 30 * 86_400_000, to: Date.now(), period: 86_400_000, offset: 0 };
  const questions: [string, () => Promise<unknown>][] = [
    ['first page of a mailbox', () => log.list(busy, 50)],
    ['first page, refused', () => log.list({ ...busy, outcomes: ['refused'] }, 50)],
    [
      'first page, refused, of a month',
      () => log.list({ ...busy, outcomes: ['refused'], from: month.from }, 50),
    ],
    ['first page, text of 1 in 400', () => log.list({ ...busy, text: 'operator 41' }, 50)],
    ['one stretch, text of none', () => log.list({ ...busy, text: 'no such text' }, 50)],
    ['first page of an account', () => log.list(wide, 50)],
    ['one stretch of an account, text of none', () => log.list({ ...wide, text: 'no such text' }, 50)],
    ['sums of a month of an account', () => log.sums({ ...wide, ...month })],
  ];
  await log.open();
  for (const [name, question] of questions) {
    const times: number[] = [];
    for (let round = 0; round < 20; round++) {
      const begun = performance.now();
      await question();
      times.push(performance.now() - begun);
    }
    print(name, times);
  }
  const begun = performance.now();
  const { csv } = await log.export(busy);
  print(`export of ${csv.length} characters`, [performance.now() - begun]);
}

function print(name: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2);
  process.stdout.write(
    `${name}: first ${times[0]?.toFixed(2)}, p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}\n`,
  );
}
