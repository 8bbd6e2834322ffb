import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, fault, lookup, noOpinion, passing, reason, refusing, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

/** What an environment might hold that the reply program would take for the hook's own words. */
const inherited = {
  USER: 'bob@demo.test',
  HOME: '/etc',
  EXTRA: 'userdb_uid nopassword',
  userdb_uid: '0',
  nopassword: 'y',
  reason: 'welcome',
  password: '{PLAIN}known',
};

it('a refusal whose reply program cannot be run is a temporary failure', async () => {
  await bench.answer(refusing);
  expect(await bench.run({ replyProgram: '/nowhere' })).toMatchObject({ code: fault });
  expect(await bench.run({ replyProgram: '/nowhere', env: lookup })).toMatchObject({ code: fault });
});

it('a pass runs no reply program', async () => {
  await bench.answer(passing);
  expect(await bench.run({ replyProgram: '/nowhere' })).toMatchObject({ code: noOpinion, output: '' });
});

it('a refusal hands on nothing that the environment already said of a user', async () => {
  await bench.answer(refusing);
  const { reply } = await bench.run({ env: inherited });
  expect(reply).toMatchObject({ EXTRA: 'reason', reason });
  for (const name of ['USER', 'HOME', 'password', 'AUTHORIZED']) expect(reply).not.toHaveProperty(name);
  const lookedUp = await bench.run({ env: { ...inherited, ...lookup } });
  expect(lookedUp.reply).toMatchObject({ EXTRA: 'reason password', reason, AUTHORIZED: '2' });
  expect(lookedUp.reply['password']).not.toBe(inherited.password);
});

const dovecotsReply = '/usr/lib/dovecot/checkpassword-reply';
describe.runIf(existsSync(dovecotsReply))("with Dovecot's own reply program", () => {
  const ids = () => `userdb_uid=${process.getuid?.()}\tuserdb_gid=${process.getgid?.()}\t`;

  it('a refusal ends in success, which the passdb turns into a refusal', async () => {
    await bench.answer(refusing);
    const { code, output } = await bench.run({ replyProgram: dovecotsReply, env: inherited });
    expect({ code, output }).toEqual({ code: 0, output: `reason=${reason}\t${ids()}` });
  });

  it('a refusal of a look-up ends as one that was authorized', async () => {
    await bench.answer(refusing);
    const { code, output } = await bench.run({
      replyProgram: dovecotsReply,
      env: { ...inherited, ...lookup },
    });
    expect(code).toBe(2);
    expect(output.replace(/[0-9a-f]{32}/, 'RANDOM')).toBe(
      `reason=${reason}\tpassword={PLAIN}RANDOM\t${ids()}`,
    );
  });
});
