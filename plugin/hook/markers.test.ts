import { chmod, copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, fault, hook, lookup, noOpinion, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

describe('with the service away', () => {
  it.each([
    'alice@demo.test',
    'shop',
    'a.b-c_d@xn--caf-dma.example',
    '_mainaccount@demo.test',
    '1',
    `${'a'.repeat(190)}@demo.test`,
  ])('%j, unmarked, passes; marked, it gets a temporary failure', async (login) => {
    expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: noOpinion });
    await bench.mark(login);
    expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: fault });
  });

  it.each([
    'Alice@demo.test',
    'alice@Demo.test',
    'alice@demo.test.',
    'shop.',
    'alice+demo.test',
    'alice%demo.test',
    'alice:demo.test',
    'alice+tag@demo.test',
    ' alice@demo.test',
    'alice@demo.test ',
    'alice@demo.test\n',
    'alice@a@b',
    'alice@demo.test@',
    '@demo.test',
    'alice@',
    '@',
    '.',
    '..',
    '.alice',
    '../markers/alice@demo.test',
    '/etc/passwd',
    'alice/bob',
    'alice@demo.test*master',
    'alicé@demo.test',
    `${'a'.repeat(191)}@demo.test`,
    'a'.repeat(201),
  ])('%j may be a marked mailbox in disguise: a temporary failure', async (login) => {
    expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: fault, reply: {} });
    expect(await bench.run({ env: { ...lookup, AUTH_USER: login } })).toMatchObject({ code: fault });
  });

  it("a neighbour's marker closes nobody else", async () => {
    await bench.mark('bob@demo.test');
    await bench.mark('alice');
    await bench.mark('demo.test');
    expect(await bench.run()).toMatchObject({ code: noOpinion });
  });

  it('the marker of the mailbox that a master opens counts', async () => {
    await bench.mark('alice@demo.test');
    const env = { AUTH_USER: 'master', AUTH_LOGIN_USER: 'alice@demo.test' };
    expect(await bench.run({ env })).toMatchObject({ code: fault });
  });

  it('whatever bears the name of the mailbox is a marker: a folder, a link to nowhere', async () => {
    await mkdir(join(bench.folder, 'markers', 'alice@demo.test'));
    expect(await bench.run()).toMatchObject({ code: fault });
    await symlink('/nowhere', join(bench.folder, 'markers', 'shop'));
    expect(await bench.run({ env: { AUTH_USER: 'shop' } })).toMatchObject({ code: fault });
  });
});

describe('nobody passes with the service away where the folder of markers', () => {
  const markers = () => join(bench.folder, 'markers');

  it('is not there', async () => {
    await rm(markers(), { recursive: true });
    expect(await bench.run()).toMatchObject({ code: fault });
    expect(await bench.run({ env: lookup })).toMatchObject({ code: fault });
  });

  it('has no name', async () => {
    expect(await bench.run({ markers: '' })).toMatchObject({ code: fault });
  });

  it('is a file', async () => {
    await rm(markers(), { recursive: true });
    await writeFile(markers(), '');
    expect(await bench.run()).toMatchObject({ code: fault });
  });

  it('is a link that leads in a circle', async () => {
    await rename(markers(), `${markers()}.old`);
    await symlink('markers', markers());
    expect(await bench.run()).toMatchObject({ code: fault });
  });

  it('may not be looked into', async () => {
    // Root may look everywhere; and the hook's own folder may be closed to others.
    const program = join(bench.folder, 'hook');
    await copyFile(hook, program);
    await chmod(program, 0o755);
    await chmod(bench.folder, 0o755);
    const run = () => bench.run({ program, ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}) });
    expect(await run()).toMatchObject({ code: noOpinion });
    await chmod(markers(), 0o600);
    expect(await run()).toMatchObject({ code: fault });
    await chmod(markers(), 0o700);
  });
});
