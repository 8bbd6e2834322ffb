import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiName } from '@email-firewall/contract';
import { expect, test } from '@playwright/test';

const demoFolder = fileURLToPath(new URL('../demo/', import.meta.url));

type Ended = { code: number | null; output: string };
type Started = { child: ChildProcess; output(): string; ended: Promise<Ended> };

/** Runs one of the README's commands. */
function run(program: 'start' | 'login', ...args: string[]): Started {
  const child = spawn(process.execPath, [join(demoFolder, `${program}.ts`), ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code, output }));
  return { child, output: () => output, ended };
}

let dataFolder: string;
let ports: { web: number; imap: number; pop3: number };
let options: string[];

test.beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'email-firewall-data-'));
  const [web = 0, imap = 0, pop3 = 0] = await freePorts(3);
  ports = { web, imap, pop3 };
  options = ['--data', dataFolder, '--port', `${web}`, '--imap-port', `${imap}`, '--pop3-port', `${pop3}`];
});
test.afterEach(() => rm(dataFolder, { recursive: true }));

async function startDemo(...more: string[]): Promise<Started> {
  const demo = run('start', ...options, ...more);
  await expect.poll(demo.output, { timeout: 30_000 }).toContain('Ctrl-C stops');
  return demo;
}

const login = (...args: string[]) =>
  run('login', '--mailbox', 'alice@demo.test', '--from', '90.12.34.56', '--port', `${ports.imap}`, ...args)
    .ended;

/** The processes whose command line or environment names a folder or file. */
async function processesNaming(text: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(text));
}

function runtimeFolderOf(): Promise<string> {
  return readFile(join(dataFolder, 'runtime-folder'), 'utf8').then((text) => text.trim());
}

test('npm start says where the page is and how to try a login; Ctrl-C leaves nothing running', async () => {
  const demo = await startDemo();
  expect(demo.output()).toContain(`http://127.0.0.1:${ports.web}/`);
  expect(demo.output()).toContain('npm run -s demo:login -- --mailbox');
  const runtimeFolder = await runtimeFolderOf();
  expect((await processesNaming(runtimeFolder)).length).toBeGreaterThan(0);
  demo.child.kill('SIGINT');
  expect((await demo.ended).code).toBe(0);
  expect(await processesNaming(runtimeFolder)).toEqual([]);
  expect(await readdir(tmpdir())).not.toContain(runtimeFolder.split('/').at(-1));
  expect((await login()).code).toBe(2);
});

test('demo:login tells let in, refused, wrong password and temporary failure apart', async () => {
  const demo = await startDemo();
  expect(await login()).toMatchObject({ code: 0, output: expect.stringMatching(/^OK /) });
  expect(await login('--password', 'wrong')).toEqual({
    code: 1,
    output: 'NO [AUTHENTICATIONFAILED] Authentication failed.\n',
  });
  const pop3 = ['--protocol', 'pop3', '--port', `${ports.pop3}`];
  expect(await login(...pop3)).toEqual({ code: 0, output: '+OK Logged in.\n' });
  await savePolicy({ defaultAction: 'block' });
  expect(await login()).toEqual({
    code: 1,
    output: 'NO [ALERT] Access denied by email firewall default action\n',
  });
  expect(await login(...pop3)).toEqual({
    code: 1,
    output: '-ERR [AUTH] Access denied by email firewall default action\n',
  });
  await writeFile(join(dataFolder, 'policies', 'alice@demo.test.json'), '{');
  demo.child.kill('SIGINT');
  await demo.ended;
  const again = await startDemo();
  expect(await login()).toMatchObject({
    code: 2,
    output: expect.stringMatching(/^NO \[UNAVAILABLE\] Temporary/),
  });
  again.child.kill('SIGTERM');
  expect((await again.ended).code).toBe(0);
});

test('the page takes its visitor to be in France, or where --visitor says', async () => {
  const demo = await startDemo();
  expect(demo.output()).toMatch(/at 90\.12\.34\.56, .*--visitor ADDRESS/);
  expect(await callApi('whoami', {})).toMatchObject({
    body: { address: '90.12.34.56', facts: { country: 'FR', operator: { asn: 3215 } } },
  });
  demo.child.kill('SIGINT');
  await demo.ended;
  const elsewhere = await startDemo('--visitor', '2A00:1450::0:0:7');
  expect(elsewhere.output()).toContain('at 2a00:1450::7, ');
  expect(await callApi('whoami', {})).toMatchObject({ body: { address: '2a00:1450::7' } });
  elsewhere.child.kill('SIGINT');
  await elsewhere.ended;
});

test('a second start finds yesterday’s rules, also after the first was killed', async () => {
  const first = await startDemo();
  await savePolicy({ defaultAction: 'block' });
  const runtimeFolder = await runtimeFolderOf();
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startDemo();
  expect(await processesNaming(runtimeFolder)).toEqual([]);
  expect(await login()).toMatchObject({ code: 1 });
  second.child.kill('SIGINT');
  expect((await second.ended).code).toBe(0);
});

test('a second demo on the same folder, or on a port that is taken, says what to do', async () => {
  const demo = await startDemo();
  const others = (await freePorts(3)).flatMap((port, i) => [
    ['--port', '--imap-port', '--pop3-port'][i] ?? '',
    `${port}`,
  ]);
  expect(await run('start', '--data', dataFolder, ...others).ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('--data DIR'),
  });
  const other = await mkdtemp(join(tmpdir(), 'email-firewall-data-'));
  const taken = await run('start', ...options, '--data', other).ended;
  expect(taken).toMatchObject({ code: 1, output: expect.stringMatching(/Port \d+ is taken already/) });
  await rm(other, { recursive: true });
  expect(await login()).toMatchObject({ code: 0 });
  demo.child.kill('SIGINT');
  await demo.ended;
});

test('Ctrl-C while it starts stops it', async () => {
  for (const wait of [50, 300, 900]) {
    const demo = run('start', ...options);
    await new Promise((resolve) => setTimeout(resolve, wait));
    demo.child.kill('SIGINT');
    await demo.ended;
    expect(await processesNaming(dataFolder)).toEqual([]);
    expect(await readdir(dataFolder)).not.toContain('runtime-folder');
  }
});

test('wrong usage is explained', async () => {
  expect(await run('start', '--nonsense').ended).toMatchObject({
    code: 2,
    output: expect.stringContaining('Usage: npm start'),
  });
  expect(await run('start', '--port', 'x').ended).toMatchObject({
    code: 2,
    output: expect.stringContaining('"x" is not a port'),
  });
  for (const visitor of ['home', '90.12.34', 'fe80::1%eth0', '']) {
    expect(await run('start', '--visitor', visitor).ended, visitor).toMatchObject({
      code: 2,
      output: expect.stringContaining(`--visitor: "${visitor}" is not an address`),
    });
  }
  expect(await run('login').ended).toMatchObject({
    code: 64,
    output: expect.stringContaining('--mailbox is missing'),
  });
  expect(await run('login', '--mailbox', 'a', '--from', 'home').ended).toMatchObject({ code: 64 });
});

async function savePolicy(change: { defaultAction: 'allow' | 'block' }): Promise<void> {
  const policy = { mode: 'enforce', protocols: ['imap', 'pop3'], rules: [], ...change };
  const request = { mailbox: 'alice@demo.test', revision: 0, policy };
  expect(await callApi('save_policy', request)).toMatchObject({ status: 200 });
}

async function callApi(name: ApiName, request: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${ports.web}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: await response.json() };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async (): Promise<Server> => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const found = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return found;
}
