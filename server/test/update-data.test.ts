import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../src/cli/email-firewall.ts', import.meta.url));

let folder: string;
let server: Server;
let answer: RequestListener;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-update-'));
  server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/exits`;
  const sources = [{ id: 'tor', name: 'Tor exits', format: 'tor-exits', network: 'tor', url }];
  await writeSettings({ folder: join(folder, 'data'), sources });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function writeSettings(networkData: unknown): Promise<void> {
  const names = ['policies', 'markers', 'accounts', 'decisionSocket', 'apiSocket', 'events'];
  const paths = Object.fromEntries(names.map((name) => [name, join(folder, name)]));
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...paths, networkData }));
}

function start(...more: string[]): ChildProcess {
  const args = [program, 'update-data', '--settings', join(folder, 'settings.json'), ...more];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the command to its end. */
async function run(...more: string[]): Promise<{ code: number | null; output: string }> {
  const child = start(...more);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, output };
}

const exits = (count: number) => Array.from({ length: count }, (_, i) => `185.220.101.${i * 2}\n`).join('');
const kept = () => readFile(join(folder, 'data', 'tor.json'), 'utf8');

it('says of each source what became of it, and exits 0 only if all went well', async () => {
  answer = (_request, response) => response.end(exits(10));
  expect(await run()).toEqual({ code: 0, output: 'Tor exits: updated\n' });
  answer = (_request, response) => response.writeHead(304).end();
  expect(await run()).toEqual({ code: 0, output: 'Tor exits: up to date\n' });
  answer = (_request, response) => response.end(exits(1));
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(
    /^Tor exits: failed, nothing was changed\. It has 1 entries, and what is there 10: .*--accept-size\. \(http.*\)\n1 of 1 sources failed\. What was there stays in force\.\n$/,
  );
  expect(await run('--accept-size')).toEqual({ code: 0, output: 'Tor exits: updated\n' });
});

it('killed while it works, it leaves what was there, and the next run starts anew', async () => {
  answer = (_request, response) => response.end(exits(10));
  await run();
  const before = await kept();
  for (let round = 0; round < 5; round++) {
    const isAsked = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-length': 1_000_000 }).write(exits(5));
        setTimeout(resolve, round * 20);
      };
    });
    const child = start();
    await isAsked;
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await kept()).toBe(before);
  }
  answer = (_request, response) => response.end(exits(11));
  expect((await run()).code).toBe(0);
  const names = await readdir(join(folder, 'data'));
  expect(names.toSorted()).toEqual(['tor.json', 'tor.json.previous', 'update-state.json']);
});

it('says what is missing where the settings name no folder', async () => {
  await writeSettings({});
  expect(await run()).toEqual({
    code: 1,
    output: 'email-firewall: The settings name no folder for network data (networkData.folder).\n',
  });
});

it.each([
  [
    { id: 'Tor!', name: 'x', format: 'tor-exits', network: 'tor', url: 'https://x.test/' },
    'is not the id of a source',
  ],
  [
    { id: 'tor', name: 'x', format: 'tor-exits', network: 'tor', url: 'file:///etc/passwd' },
    'is not an address of the web',
  ],
  [
    { id: 'tor', name: 'x', format: 'tor-exits', network: 'home', url: 'https://x.test/' },
    '"home" is not one of',
  ],
])('refuses settings with the source %j', async (source, sentence) => {
  await writeSettings({ folder: join(folder, 'data'), sources: [source] });
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain(sentence);
});
