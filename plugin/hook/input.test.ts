import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, fault, lookup, noOpinion, noOpinionLookup, passing, startBench } from './harness.ts';

let bench: Bench;
let heard: string[];
beforeEach(async () => {
  bench = await startBench();
  ({ heard } = await bench.answer(passing));
});
afterEach(() => bench.close());

it.each<[string, string | null]>([
  ['nothing', null],
  ['no NUL', 'alice'],
  ['too few fields', 'alice\0secret\0'],
  ['too many fields', 'alice\0a\0b\0c\0'],
  ['bytes behind the last field', 'alice\0a\0b\0c'],
  ['513 bytes', `alice\0${'x'.repeat(505)}\0\0`],
  ['a megabyte', `alice\0${'x'.repeat(1 << 20)}\0${1}\0`],
])('%s on fd 3 is a temporary failure, and the service is not asked', async (_title, input) => {
  const { code, reply, output } = await bench.run({ input });
  expect({ code, reply }).toEqual({ code: fault, reply: {} });
  expect(output).not.toContain('alice');
  expect(output).not.toContain('secret');
  expect(heard).toEqual([]);
});

it('a fd 3 that is not open is a temporary failure', async () => {
  expect(await bench.run({ hasNoInput: true })).toMatchObject({ code: fault, reply: {} });
  expect(heard).toEqual([]);
});

it('512 bytes on fd 3, the most that Dovecot writes, are taken', async () => {
  expect(await bench.run({ input: `alice\0${'x'.repeat(504)}\0\0` })).toMatchObject({ code: noOpinion });
});

it('a password may be empty, and so may the time be that Dovecot 2.3.19 leaves out', async () => {
  expect(await bench.run({ input: 'alice\0\0\0', env: lookup })).toMatchObject({ code: noOpinionLookup });
});

it('any bytes may stand between the NULs', async () => {
  const bytes = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1));
  const input = Buffer.concat([Buffer.from('a\0'), bytes, Buffer.from('\0t\0')]);
  expect(await bench.run({ input })).toMatchObject({ code: noOpinion });
});

it('the input may come in pieces', async () => {
  const pieces = ['ali', 'ce\0sec', 'ret', '\0', '17', '\0'];
  const input = (fd3: Socket) => {
    const timer = setInterval(() => {
      const piece = pieces.shift();
      if (piece !== undefined) fd3.write(piece);
      else clearInterval(timer);
    }, 20);
  };
  expect(await bench.run({ input })).toMatchObject({ code: noOpinion });
});

it('the input is complete with the third NUL: other hooks hold the pipe open', async () => {
  expect(await bench.run({ keepsInputOpen: true, timeout: 3000 })).toMatchObject({ code: noOpinion });
});

it('the deadline holds for an input that does not come to its end', async () => {
  const options = { input: 'alice\0secret\0', keepsInputOpen: true, timeout: 300 };
  expect(await bench.run(options)).toMatchObject({ code: fault, reply: {} });
});

it('the deadline holds for an input that never ends', async () => {
  const input = (fd3: Socket) => {
    const pour = () => {
      while (!fd3.destroyed && fd3.write('x'.repeat(65_536)));
    };
    fd3.on('drain', pour);
    pour();
  };
  expect(await bench.run({ input, timeout: 300 })).toMatchObject({ code: fault, reply: {} });
});
