import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
