import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  passing,
  password,
  reason,
  refusal,
  refusing,
  startBench,
  temporaryFailure,
} from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const noOpinion = 1;
const noOpinionLookup = 3;
const fault = 111;
const lookup = { AUTHORIZED: '1' };

describe('with an answer of the service', () => {
  it('a pass is no opinion', async () => {
    await bench.answer(passing);
    expect(await bench.run()).toEqual({ code: noOpinion, reply: {}, output: '' });
  });

  it('a pass in a look-up is "no such user here", for failure would lock everyone out', async () => {
    await bench.answer(passing);
    expect(await bench.run({ env: lookup })).toMatchObject({ code: noOpinionLookup, reply: {} });
  });

  it("a refusal carries the service's text", async () => {
    await bench.answer(refusing);
    const { code, reply } = await bench.run();
    expect(code).toBe(0);
    expect(reply).toMatchObject({ reason, EXTRA: 'reason' });
    expect(reply).not.toHaveProperty('AUTHORIZED');
    expect(reply).not.toHaveProperty('password');
  });

  it('a refusal in a look-up brings a password that nobody knows, another one each time', async () => {
    await bench.answer(refusing);
    const first = await bench.run({ env: lookup });
    const second = await bench.run({ env: lookup });
    expect(first.reply).toMatchObject({ reason, EXTRA: 'reason password', AUTHORIZED: '2' });
    expect(first.reply['password']).toMatch(/^\{PLAIN\}[0-9a-f]{32}$/);
    expect(second.reply['password']).not.toBe(first.reply['password']);
  });

  it('a temporary failure is one, also for a mailbox without a marker', async () => {
    await bench.answer(temporaryFailure);
    expect(await bench.run()).toMatchObject({ code: fault, reply: {} });
    expect(await bench.run({ env: lookup })).toMatchObject({ code: fault, reply: {} });
  });

  it('the longest text that is allowed arrives whole', async () => {
    await bench.answer(refusal('x'.repeat(200)));
    expect((await bench.run()).reply['reason']).toBe('x'.repeat(200));
  });

  it('an answer that comes byte by byte is understood', async () => {
    await bench.answer((socket) => {
      const bytes = [...refusing];
      const timer = setInterval(() => {
        const byte = bytes.shift();
        if (byte === undefined) clearInterval(timer);
        else socket.write(byte);
        if (bytes.length === 0) socket.end();
      }, 1);
    });
    expect((await bench.run()).reply['reason']).toBe(reason);
  });

  it('a refusal that cannot be passed on is a temporary failure', async () => {
    await bench.answer(refusing);
    expect(await bench.run({ replyProgram: '/nowhere' })).toMatchObject({ code: fault });
  });
});

describe('what the service is asked', () => {
  const bodyOf = (heard: string[]) => new URLSearchParams(heard[0]?.split('\r\n\r\n')[1]);

  it('names login, address and service', async () => {
    const { heard } = await bench.answer(passing);
    await bench.run();
    expect(heard[0]?.split('\r\n')[0]).toBe('POST /decide HTTP/1.1');
    expect([...bodyOf(heard)]).toEqual([
      ['login', 'alice@demo.test'],
      ['address', '90.12.34.56'],
      ['service', 'imap'],
    ]);
  });

  it('names the mailbox that a master opens, not the master', async () => {
    const { heard } = await bench.answer(passing);
    await bench.run({ env: { AUTH_USER: 'master', AUTH_LOGIN_USER: 'alice@demo.test' } });
    expect(bodyOf(heard).get('login')).toBe('alice@demo.test');
  });

  it.each([
    'a&login=bob',
    'a\r\nX: y\r\n\r\nPOST / HTTP/1.1',
    'a%40b',
    'a+b c',
    'é＠',
    '%s%n%x',
    '"\'\\`$(id)',
    '=',
  ])('carries the login %j byte for byte', async (login) => {
    const { heard } = await bench.answer(passing);
    await bench.run({ env: { AUTH_USER: login } });
    expect(bodyOf(heard).getAll('login')).toEqual([login]);
    expect(heard).toHaveLength(1);
  });

  it('escapes every byte that is not a letter, a digit or one of "._-"', async () => {
    const { heard } = await bench.answer(passing);
    const login = Array.from({ length: 126 }, (_, index) => String.fromCharCode(index + 1)).join('');
    await bench.run({ env: { AUTH_USER: login } });
    expect(bodyOf(heard).get('login')).toBe(login);
    expect(heard[0]?.split('\r\n\r\n')[1]).toMatch(/^login=([a-zA-Z0-9._-]|%[0-9A-F]{2})+&address=/);
  });

  it('leaves what Dovecot does not know empty', async () => {
    const { heard } = await bench.answer(passing);
    expect(await bench.run({ env: { TCPREMOTEIP: '', SERVICE: '' } })).toMatchObject({ code: noOpinion });
    expect([...bodyOf(heard)].slice(1)).toEqual([
      ['address', ''],
      ['service', ''],
    ]);
  });

  it('never holds the password, which comes out nowhere', async () => {
    const { heard } = await bench.answer(refusing);
    const { output } = await bench.run();
    expect(heard.join('')).not.toContain(password);
    expect(output).not.toContain(password);
  });
});

const faults: [string, () => Promise<unknown>][] = [
  ['that is not there', async () => {}],
  ['that hangs', () => bench.answer(() => {})],
  ['that closes at once', () => bench.serve((socket) => socket.destroy())],
  [
    'that dies in the middle of its answer',
    () => bench.answer((socket) => socket.write(refusing.slice(0, 60), () => socket.destroy())),
  ],
  [
    'that hangs in the middle of its answer',
    () => bench.answer((socket) => socket.write(passing.slice(0, 20))),
  ],
  ['that hangs after its answer', () => bench.answer((socket) => socket.write(passing))],
  ['that talks garbage', () => bench.answer('\0\xff\r\n\r\n204 403'.repeat(20))],
  ['that says nothing', () => bench.answer('')],
  ['that talks without end', () => bench.answer(`HTTP/1.1 204 No Content\r\n${'x'.repeat(100_000)}\r\n\r\n`)],
  ['with another status', () => bench.answer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')],
  ['with a status of four digits', () => bench.answer('HTTP/1.1 2040 No\r\n\r\n')],
  [
    'with the status elsewhere',
    () => bench.answer('HTTP/1.1 500 Oh\r\nX: HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 '),
  ],
  ['with another protocol', () => bench.answer('HTTP/1.0 204 No Content\r\n\r\n')],
  ['that has not ended its head', () => bench.answer('HTTP/1.1 204 No Content\r\n')],
  ['that refuses without a text', () => bench.answer(refusal(''))],
  ['that refuses with a text of two lines', () => bench.answer(refusal('a\r\nb'))],
  ['that refuses with odd bytes', () => bench.answer(refusal('a\x01b'))],
  ['that refuses with a NUL', () => bench.answer(refusal('a\0b'))],
  ['that refuses at too great length', () => bench.answer(refusal('x'.repeat(201)))],
  ['that refuses with another length than announced', () => bench.answer(refusal(reason, 10))],
  ['that refuses and is cut short', () => bench.answer(refusal(reason.slice(0, 20), reason.length))],
];

describe.each(faults)('with a service %s', (_title, prepare) => {
  beforeEach(prepare);
  const options = { timeout: 400 };

  it('a mailbox without a marker passes, a marked one gets a temporary failure', async () => {
    expect(await bench.run(options)).toMatchObject({ code: noOpinion, reply: {} });
    expect(await bench.run({ ...options, env: lookup })).toMatchObject({ code: noOpinionLookup, reply: {} });
    await bench.mark('alice@demo.test');
    expect(await bench.run(options)).toMatchObject({ code: fault, reply: {} });
    expect(await bench.run({ ...options, env: lookup })).toMatchObject({ code: fault, reply: {} });
  });
});

describe('with the service away', () => {
  it.each(['alice@demo.test', 'shop', 'a.b-c_d@xn--caf-dma.example', '_mainaccount@demo.test', '1'])(
    '%j, unmarked, passes',
    async (login) => {
      expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: noOpinion });
      await bench.mark(login);
      expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: fault });
    },
  );

  it.each([
    'Alice@demo.test',
    'alice@demo.test.',
    'alice+demo.test',
    'alice%demo.test',
    'alice:demo.test',
    'alice+tag@demo.test',
    ' alice@demo.test',
    'alice@demo.test ',
    'alice@a@b',
    '@demo.test',
    'alice@',
    '.',
    '..',
    '.alice',
    '../alice@demo.test',
    'alice/bob',
    'alice@demo.test*master',
    'alicé@demo.test',
    `${'a'.repeat(201)}`,
  ])('%j may be a marked mailbox in disguise: a temporary failure', async (login) => {
    expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: fault, reply: {} });
  });

  it('a folder of markers that is not there lets nobody pass', async () => {
    await rm(join(bench.folder, 'markers'), { recursive: true });
    expect(await bench.run()).toMatchObject({ code: fault });
  });

  it('a socket path too long for the system is a service that is away', async () => {
    expect(await bench.run({ socket: `/${'x'.repeat(200)}` })).toMatchObject({ code: noOpinion });
  });

  it('whatever bears the name of the mailbox is a marker', async () => {
    await mkdir(join(bench.folder, 'markers', 'alice@demo.test'));
    expect(await bench.run()).toMatchObject({ code: fault });
  });
});

describe('what Dovecot gives', () => {
  beforeEach(() => bench.answer(passing));

  it.each<[string, string | null]>([
    ['nothing', null],
    ['no NUL', 'alice'],
    ['too few fields', 'alice\0secret\0'],
    ['too many fields', 'alice\0a\0b\0c\0'],
    ['more than 512 bytes', `alice\0${'x'.repeat(600)}\0${1}\0`],
    ['a megabyte', `alice\0${'x'.repeat(1 << 20)}\0${1}\0`],
  ])('on fd 3, %s, is a temporary failure', async (_title, input) => {
    expect(await bench.run({ input })).toMatchObject({ code: fault, reply: {} });
  });

  it('on fd 3 may hold any bytes between the NULs', async () => {
    const bytes = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1));
    expect(
      await bench.run({ input: Buffer.concat([Buffer.from('a\0'), bytes, Buffer.from('\0t\0')]) }),
    ).toMatchObject({ code: noOpinion });
  });

  it('is complete with the third NUL: other hooks hold the pipe open', async () => {
    expect(await bench.run({ keepsInputOpen: true, timeout: 3000 })).toMatchObject({ code: noOpinion });
  });

  it('without a login is a temporary failure', async () => {
    expect(await bench.run({ env: { AUTH_USER: '' } })).toMatchObject({ code: fault });
  });

  it.each(['AUTH_USER', 'TCPREMOTEIP', 'SERVICE'])(
    'with %s far too long is a temporary failure',
    async (name) => {
      expect(await bench.run({ env: { [name]: '%'.repeat(100_000) } })).toMatchObject({ code: fault });
    },
  );

  it.each([['--unknown=1'], ['--socket'], ['--timeout-ms=0'], ['--timeout-ms=x'], ['--timeout-ms=999999']])(
    'with the option %s is a temporary failure',
    async (option) => {
      expect(await bench.run({ args: [option] })).toMatchObject({ code: fault });
    },
  );
});

const dovecotsReply = '/usr/lib/dovecot/checkpassword-reply';
describe.runIf(existsSync(dovecotsReply))("with Dovecot's own reply program", () => {
  it('a refusal ends in success, which the passdb turns into a refusal', async () => {
    await bench.answer(refusing);
    const { code, output } = await bench.run({ replyProgram: dovecotsReply });
    expect(code).toBe(0);
    expect(output).toContain(`reason=${reason}`);
  });

  it('a refusal of a look-up ends as one that was authorized', async () => {
    await bench.answer(refusing);
    const { code, output } = await bench.run({ replyProgram: dovecotsReply, env: lookup });
    expect(code).toBe(2);
    expect(output).toMatch(/reason=.*password=\{PLAIN\}[0-9a-f]{32}/);
  });
});
