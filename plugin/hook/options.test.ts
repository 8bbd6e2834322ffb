import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, fault, noOpinion, passing, refusing, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

it.each([
  '--unknown=1',
  '--',
  '--socket',
  '--markers',
  '--timeout-ms',
  '--timeout-ms=',
  '--timeout-ms=0',
  '--timeout-ms=-5',
  '--timeout-ms=x',
  '--timeout-ms=300x',
  '--timeout-ms=60001',
  '--timeout-ms=99999999999999999999',
])('the option %s is a temporary failure', async (option) => {
  const { heard } = await bench.answer(passing);
  expect(await bench.run({ args: [option] })).toMatchObject({ code: fault, reply: {} });
  expect(heard).toEqual([]);
});

it('the last of two options of the same name counts', async () => {
  await bench.answer(passing);
  await bench.mark('alice@demo.test');
  expect(await bench.run({ socket: '/nowhere' })).toMatchObject({ code: fault });
  expect(await bench.run({ socket: '/nowhere', args: [`--socket=${bench.folder}/s`] })).toMatchObject({
    code: noOpinion,
  });
});

it('what follows the reply program is for it alone', async () => {
  await bench.answer(refusing);
  const { code, reply } = await bench.run({ replyArgs: ['--socket=/nowhere', '-x', 'a b'] });
  expect(code).toBe(0);
  expect(reply['arguments']).toBe('--socket=/nowhere -x a b');
});
