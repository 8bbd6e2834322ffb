import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockEveryone, settings } from './support/policies.ts';

const program = fileURLToPath(new URL('../src/cli/email-firewall.ts', import.meta.url));
const alice = 'alice@demo.test';

let folder: string;
let service: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-serve-'));
  const accounts = { accounts: [{ account: 'demo', domains: ['demo.test'], mailboxes: [alice] }] };
  await writeFile(join(folder, 'accounts.json'), JSON.stringify(accounts));
  const places = {
    policies: 'policies',
    markers: 'markers',
    accounts: 'accounts.json',
    decisionSocket: 'd',
    apiSocket: 'a',
    events: 'events.sqlite',
  };
  const paths = Object.fromEntries(Object.entries(places).map(([key, name]) => [key, join(folder, name)]));
  await writeFile(join(folder, 'settings.json'), JSON.stringify(paths));
});
afterEach(async () => {
  service?.kill('SIGKILL');
  service = undefined;
  await rm(folder, { recursive: true });
});

async function start(): Promise<ChildProcess> {
  service = spawn(process.execPath, [program, 'serve', '--settings', join(folder, 'settings.json')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { stderr } = service;
  await new Promise<void>((resolve) =>
    stderr?.on('data', (chunk) => String(chunk).includes('"ready"') && resolve()),
  );
  return service;
}

async function post(
  socket: string,
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const call = request({ socketPath: join(folder, socket), path, method: 'POST', headers });
  call.end(body);
  const [response] = await once(call, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

const decide = () => post('d', '/decide', 'login=alice%40demo.test&address=90.12.34.56&service=imap');
const save = (revision: number, policy = blockEveryone) =>
  post('a', '/api/save_policy', JSON.stringify({ mailbox: alice, revision, policy }), {
    'content-type': 'application/json',
    'x-email-firewall-account': 'demo',
  });

describe('the service as a process', () => {
  it('listens on a socket of the API that its user alone may open, and on one that Dovecot may', async () => {
    await start();
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'd'))).mode & 0o777).toBe(0o660);
    expect((await stat(join(folder, 'markers'))).mode & 0o777).toBe(0o710);
    expect((await stat(join(folder, 'policies'))).mode & 0o777).toBe(0o700);
  });

  it('stops when told, and takes its sockets along', async () => {
    const running = await start();
    running.kill('SIGTERM');
    expect(await once(running, 'exit')).toEqual([0, null]);
    expect(await readdir(folder)).toEqual([
      'accounts.json',
      'events.sqlite',
      'markers',
      'policies',
      'settings.json',
    ]);
  });

  it('starts where a killed one has left its sockets, and knows its rules', async () => {
    const killed = await start();
    expect(await save(0)).toMatchObject({ status: 200 });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await start();
    expect(await decide()).toEqual({ status: 403, text: 'Access denied by email firewall default action' });
  });

  it('does not take the sockets of one that runs', async () => {
    await start();
    const second = promisify(execFile)(process.execPath, [
      program,
      'serve',
      '--settings',
      join(folder, 'settings.json'),
    ]);
    await expect(second).rejects.toThrow('is served by another process already');
    expect(await decide()).toEqual({ status: 204, text: '' });
  });

  it('loses no save that it has acknowledged, whenever it is killed', async () => {
    let revision = 0;
    for (let round = 0; round < 10; round++) {
      const running = await start();
      const killed = new Promise((resolve) =>
        setTimeout(() => resolve(running.kill('SIGKILL')), 20 + 15 * round),
      );
      for (;;) {
        // Odd revisions refuse, even ones do not: policy and marker must tell the same story.
        const answer = await save(revision, revision % 2 === 0 ? blockEveryone : settings()).catch(
          () => undefined,
        );
        if (answer?.status !== 200) break;
        revision++;
      }
      await killed;
      // Killed before its first save had reached the disk, the service has written nothing, and acknowledged nothing.
      const text = await readFile(join(folder, 'policies', `${alice}.json`), 'utf8').catch(
        () => '{"revision":0}',
      );
      const stored = JSON.parse(text);
      expect([revision, revision + 1]).toContain(stored.revision);
      const isMarked = (await readdir(join(folder, 'markers'))).includes(alice);
      if (stored.defaultAction === 'block') expect(isMarked).toBe(true);
      revision = stored.revision;
    }
    expect(revision).toBeGreaterThan(10);
    await start();
    expect((await readdir(join(folder, 'policies'))).filter((name) => name !== `${alice}.json`)).toEqual([]);
  });
});

describe('the event log of the service', () => {
  type Told = { count: number; outcome: string; address: string };
  const limit = 200;

  async function events(): Promise<Told[]> {
    const { text } = await post('a', '/api/list_events', JSON.stringify({ mailbox: alice, limit }), {
      'content-type': 'application/json',
      'x-email-firewall-account': 'demo',
    });
    return JSON.parse(text).events;
  }

  const attemptFrom = (address: string) =>
    post('d', '/decide', `login=alice%40demo.test&address=${address}&service=imap`);
  const attemptsOf = (told: Told[]) => told.reduce((sum, { count }) => sum + count, 0);

  it('tells of a refusal within two seconds', async () => {
    await start();
    await save(0);
    await decide();
    await vi.waitFor(async () => expect(await events()).toMatchObject([{ outcome: 'refused', count: 1 }]), {
      timeout: 2000,
    });
  });

  it('has all of it when the service was stopped', async () => {
    const running = await start();
    await Promise.all([decide(), attemptFrom('192.0.2.9')]);
    running.kill('SIGTERM');
    expect(await once(running, 'exit')).toEqual([0, null]);
    await start();
    expect(attemptsOf(await events())).toBe(2);
  });

  it('can be read after a kill at any moment, and has lost no more than the last second and a half', async () => {
    let seen = 0;
    for (let round = 0; round < 4; round++) {
      const running = await start();
      expect(attemptsOf(await events())).toBeGreaterThanOrEqual(seen);
      const killedAt = performance.now() + 1800 + 150 * round;
      const answered: number[] = [];
      while (performance.now() < killedAt) {
        await attemptFrom(`10.0.0.${answered.length % 30}`);
        answered.push(performance.now());
      }
      running.kill('SIGKILL');
      await once(running, 'exit');
      seen += answered.filter((time) => time < killedAt - 1500).length;
    }
    const running = await start();
    expect(attemptsOf(await events())).toBeGreaterThanOrEqual(seen);
    running.kill('SIGTERM');
    await once(running, 'exit');
    expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('counts an attack of 200 logins a second by address', async () => {
    const running = await start();
    await save(0);
    for (let second = 0; second < 3; second++) {
      const begun = performance.now();
      await Promise.all(Array.from({ length: 200 }, (_, index) => attemptFrom(`203.0.113.${index % 50}`)));
      await sleep(Math.max(0, 1000 - (performance.now() - begun)));
    }
    running.kill('SIGTERM');
    await once(running, 'exit');
    await start();
    const told = await events();
    expect(told.length).toBe(50);
    expect(attemptsOf(told)).toBe(600);
  });

  it('that cannot be used stops no decision', async () => {
    const read = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'));
    await writeFile(
      join(folder, 'settings.json'),
      JSON.stringify({ ...read, events: join(folder, 'accounts.json', 'events.sqlite') }),
    );
    await start();
    await save(0);
    expect(await decide()).toMatchObject({ status: 403 });
    const body = { 'content-type': 'application/json', 'x-email-firewall-account': 'demo' };
    expect(await post('a', '/api/list_events', '{}', body)).toMatchObject({ status: 503 });
  });

  it('leaves a line in the mail log for each refusal', async () => {
    const received: Buffer[] = [];
    const journald = createServer((socket) => socket.on('data', (chunk) => received.push(chunk)));
    await once(journald.listen(join(folder, 'journal')), 'listening');
    try {
      const read = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'));
      const mailLog = join(folder, 'journal');
      await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...read, mailLog }));
      await start();
      await save(0);
      await post('d', '/decide', 'login=Alice%25demo.test%0Arefused&address=90.12.34.56&service=imap');
      await decide();
      await vi.waitFor(() =>
        expect(String(Buffer.concat(received))).toMatch(
          /\nrefused address=90\.12\.34\.56 mailbox=alice@demo\.test protocol=imap rule=default\n$/,
        ),
      );
    } finally {
      journald.close();
    }
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [program, ...args]).catch(
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  it('doctor names the policy file that cannot be used, and says why', async () => {
    await start();
    await save(0);
    service?.kill('SIGKILL');
    const settingsFile = join(folder, 'settings.json');
    expect(await run('doctor', '--settings', settingsFile)).toMatchObject({
      stdout: expect.stringMatching(/^All policy files can be used\.\nAll network data can be used\.\n/),
    });
    await writeFile(join(folder, 'policies', 'bob@demo.test.json'), '{"mailbox": 1}');
    await writeFile(join(folder, 'policies', 'notes.txt'), '');
    const { code, stdout } = (await run('doctor', '--settings', settingsFile)) as {
      code: number;
      stdout: string;
    };
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/bob@demo\.test\.json: mailbox: 1 is not of type string\. mode: /),
      expect.stringMatching(/notes\.txt: not the name of a policy file$/),
      'All network data can be used.',
      expect.stringMatching(
        /^The network data "DB-IP Country Lite" are of 2026-06-01, more than 45 days old\./,
      ),
      expect.stringMatching(/^The network data "AS numbers" are of 2026-06-17/),
      '',
    ]);
  });

  it('doctor names network data that cannot be used, and a source that could not be updated', async () => {
    await start();
    service?.kill('SIGKILL');
    const settingsFile = join(folder, 'settings.json');
    const read = JSON.parse(await readFile(settingsFile, 'utf8'));
    await writeFile(settingsFile, JSON.stringify({ ...read, networkData: { folder } }));
    await writeFile(join(folder, 'mine.mmdb'), 'not a database');
    const state = {
      url: 'https://x.test/',
      checkedAt: '2026-11-24T00:00:00.000Z',
      fault: 'The server answered 404.',
    };
    await writeFile(join(folder, 'update-state.json'), JSON.stringify({ sources: { tor: state } }));
    const { code, stdout } = (await run('doctor', '--settings', settingsFile)) as {
      code: number;
      stdout: string;
    };
    expect(code).toBe(1);
    expect(stdout).toMatch(/mine\.mmdb is not a database in MaxMind's format/);
    expect(stdout).toContain(
      'The source "tor" of network data could not be updated: The server answered 404.',
    );
  });

  it.each([[[]], [['fly']], [['serve', 'now']]])('%j shows how it is used', async (args) => {
    expect(await run(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage: email-firewall COMMAND'),
    });
  });

  it('names a settings file that it cannot read', async () => {
    expect(await run('serve', '--settings', '/nowhere.json')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/nowhere.json'),
    });
  });
});
