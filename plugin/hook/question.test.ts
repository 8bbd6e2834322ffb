import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, fault, noOpinion, passing, password, refusing, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const rawBodyOf = (heard: string[]) => heard[0]?.split('\r\n\r\n')[1] ?? '';
const bodyOf = (heard: string[]) => new URLSearchParams(rawBodyOf(heard));

it('the question is one request with these bytes and no others', async () => {
  const { heard } = await bench.answer(passing);
  await bench.run();
  expect(heard).toEqual([
    [
      'POST /decide HTTP/1.1',
      'Host: localhost',
      'Connection: close',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 56',
      '',
      'login=alice%40demo.test&address=90.12.34.56&service=imap',
    ].join('\r\n'),
  ]);
});

it('an IPv6 address is asked about as Dovecot writes it', async () => {
  const { heard } = await bench.answer(passing);
  await bench.run({ env: { TCPREMOTEIP: '2001:db8::7' } });
  expect(bodyOf(heard).get('address')).toBe('2001:db8::7');
});

it('the mailbox that a master opens is asked about, not the master', async () => {
  const { heard } = await bench.answer(passing);
  await bench.run({ env: { AUTH_USER: 'master', AUTH_LOGIN_USER: 'alice@demo.test' } });
  expect(bodyOf(heard).get('login')).toBe('alice@demo.test');
});

it('an empty AUTH_LOGIN_USER names nobody: AUTH_USER counts', async () => {
  const { heard } = await bench.answer(passing);
  await bench.run({ env: { AUTH_LOGIN_USER: '' } });
  expect(bodyOf(heard).get('login')).toBe('alice@demo.test');
});

it.each([
  'a&login=bob',
  'a&address=127.0.0.1&service=lmtp',
  'a\r\nX: y\r\n\r\nPOST / HTTP/1.1',
  'a%40b',
  'a+b c',
  'é＠',
  '%s%n%x',
  '"\'\\`$(id)',
  '=',
])('the login %j arrives byte for byte', async (login) => {
  const { heard } = await bench.answer(passing);
  await bench.run({ env: { AUTH_USER: login } });
  expect(bodyOf(heard).getAll('login')).toEqual([login]);
  expect([...bodyOf(heard).keys()]).toEqual(['login', 'address', 'service']);
  expect(heard).toHaveLength(1);
});

it.each([
  ['AUTH_USER', 'login'],
  ['TCPREMOTEIP', 'address'],
  ['SERVICE', 'service'],
])('%s may hold any byte, and each but letters, digits and "._-" is escaped', async (name, field) => {
  const { heard } = await bench.answer(passing);
  for (const start of [1, 65, 129, 193]) {
    const bytes = Buffer.from(Array.from({ length: Math.min(64, 256 - start) }, (_, at) => start + at));
    heard.length = 0;
    await bench.run({ bytes: { [name]: bytes } });
    const sent = new RegExp(`(?:^|&)${field}=([^&]*)`).exec(rawBodyOf(heard))?.[1] ?? '';
    expect(sent).toMatch(/^([a-zA-Z0-9._-]|%[0-9A-F]{2})+$/);
    // Read one byte for each character: the escapes stand for bytes, not for text.
    expect(unescape(sent)).toBe(bytes.toString('latin1'));
    expect(heard).toHaveLength(1);
  }
});

it('what Dovecot does not know is left empty', async () => {
  const { heard } = await bench.answer(passing);
  for (const env of [
    { TCPREMOTEIP: '', SERVICE: '' },
    { TCPREMOTEIP: undefined, SERVICE: undefined },
  ]) {
    heard.length = 0;
    expect(await bench.run({ env })).toMatchObject({ code: noOpinion });
    expect(rawBodyOf(heard)).toBe('login=alice%40demo.test&address=&service=');
  }
});

it('the longest login that Dovecot hands on is asked about whole, every byte of it escaped', async () => {
  const { heard } = await bench.answer(passing);
  await bench.run({ env: { AUTH_USER: '%'.repeat(512) } });
  expect(bodyOf(heard).get('login')).toBe('%'.repeat(512));
});

it.each(['AUTH_USER', 'TCPREMOTEIP', 'SERVICE'])(
  '%s far too long is a temporary failure, and nothing cut short is asked',
  async (name) => {
    const { heard } = await bench.answer(passing);
    expect(await bench.run({ env: { [name]: '%'.repeat(100_000) } })).toMatchObject({ code: fault });
    expect(heard).toEqual([]);
  },
);

it.each([['AUTH_USER empty', ''] as const, ['no AUTH_USER', undefined] as const])(
  '%s is a temporary failure',
  async (_title, login) => {
    const { heard } = await bench.answer(passing);
    expect(await bench.run({ env: { AUTH_USER: login } })).toMatchObject({ code: fault });
    expect(heard).toEqual([]);
  },
);

it('the password is not part of the question, and comes out nowhere', async () => {
  const { heard } = await bench.answer(refusing);
  const { output } = await bench.run();
  expect(output).toContain('reason=');
  expect(heard.join('')).not.toContain(password);
  expect(output).not.toContain(password);
});
