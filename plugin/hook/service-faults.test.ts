import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
} from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const refusalWith = (header: string) => refusing.replace(/Content-Length: \d+/, header);

const faults: [string, () => Promise<unknown>][] = [
  ['that is not there', async () => {}],
  ['whose socket is a plain file', () => writeFile(join(bench.folder, 's'), '')],
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
  ['that answers a byte now and then, without end', () => bench.answer(drip)],
  ['that talks garbage', () => bench.answer('\0\xff\r\n\r\n204 403'.repeat(20))],
  ['that says nothing', () => bench.answer('')],
  ['that talks at great length', () => bench.answer(`${passing.slice(0, -2)}${'x'.repeat(100_000)}\r\n\r\n`)],
  ['that talks without end', () => bench.answer(pour)],
  ['with another status', () => bench.answer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')],
  ['that has not understood', () => bench.answer('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')],
  ['with a status of four digits', () => bench.answer('HTTP/1.1 2040 No\r\n\r\n')],
  ['with a letter in its status', () => bench.answer('HTTP/1.1 204x No\r\n\r\n')],
  ['with a refusing status of four digits', () => bench.answer(refusing.replace('403', '4030'))],
  [
    'with the status elsewhere',
    () => bench.answer('HTTP/1.1 500 Oh\r\nX: HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 '),
  ],
  ['with another protocol', () => bench.answer('HTTP/1.0 204 No Content\r\n\r\n')],
  ['with something before its answer', () => bench.answer(`\r\n${passing}`)],
  ['that has not ended its head', () => bench.answer('HTTP/1.1 204 No Content\r\n')],
  ['that refuses without a text', () => bench.answer(refusal(''))],
  ['that refuses with a text of two lines', () => bench.answer(refusal('a\r\nb'))],
  ['that refuses with a text that ends its line', () => bench.answer(refusal('a\n'))],
  ['that refuses with a TAB, which parts the fields of a reply', () => bench.answer(refusal('a\tuser=bob'))],
  ['that refuses with odd bytes', () => bench.answer(refusal('a\x01b'))],
  ['that refuses with a DEL', () => bench.answer(refusal('a\x7fb'))],
  ['that refuses with more than ASCII', () => bench.answer(refusal('refusé', 7))],
  ['that refuses with a NUL', () => bench.answer(refusal('a\0b'))],
  ['that hides something behind a NUL', () => bench.answer(refusal('a\0b', 1))],
  ['that refuses at too great length', () => bench.answer(refusal('x'.repeat(201)))],
  ['that refuses with a shorter length than its text', () => bench.answer(refusal(reason, 10))],
  ['that refuses and is cut short', () => bench.answer(refusal(reason.slice(0, 20), reason.length))],
  ['that refuses without a length', () => bench.answer(refusalWith('X-Length: 41'))],
  ['that refuses with letters behind its length', () => bench.answer(refusal(reason, `${reason.length}x`))],
  ['that refuses with a signed length', () => bench.answer(refusal(reason, `+${reason.length}`))],
  ['that refuses in pieces', () => bench.answer(refusalWith('Transfer-Encoding: chunked'))],
];

function drip(socket: NodeJS.WritableStream): void {
  const bytes = `HTTP/1.1 204 No Content\r\nX: ${'x'.repeat(4000)}`;
  let at = 0;
  const timer = setInterval(() => socket.write(bytes[at++ % bytes.length] ?? ''), 50);
  socket.on('close', () => clearInterval(timer));
}

function pour(socket: NodeJS.WritableStream): void {
  const write = () => {
    while (socket.write('x'.repeat(65_536)));
  };
  socket.on('drain', write);
  write();
}

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

it('a socket path too long for the system is a service that is away', async () => {
  expect(await bench.run({ socket: `/${'x'.repeat(200)}` })).toMatchObject({ code: noOpinion });
});
