import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  fault,
  lookup,
  noOpinion,
  noOpinionLookup,
  passing,
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

describe('with an answer of the service', () => {
  it('a pass is no opinion', async () => {
    await bench.answer(passing);
    expect(await bench.run()).toEqual({ code: noOpinion, reply: {}, output: '' });
  });

  it('a pass in a look-up is "no such user here", for failure would lock everyone out', async () => {
    await bench.answer(passing);
    expect(await bench.run({ env: lookup })).toEqual({ code: noOpinionLookup, reply: {}, output: '' });
  });

  it('a pass is a pass for a marked mailbox too', async () => {
    await bench.answer(passing);
    await bench.mark('alice@demo.test');
    expect(await bench.run()).toMatchObject({ code: noOpinion, reply: {} });
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
    expect(second.reply['password']).toMatch(/^\{PLAIN\}[0-9a-f]{32}$/);
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

  it('every printable character of a text arrives as it is', async () => {
    const text = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    await bench.answer(refusal(text));
    expect((await bench.run()).reply['reason']).toBe(text);
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
});
