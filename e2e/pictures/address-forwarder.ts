import { createConnection, createServer, type Socket } from 'node:net';
import type { Cleanup } from '../demo/cleanup.ts';
import { loopback } from '../demo/ports.ts';

/**
 * Lets a mail program log in as if from an address: it connects here, and Dovecot, which trusts this machine
 * (`login_trusted_networks`), is told the address before the two are left to talk.
 *
 * @param imapPort Dovecot's
 * @returns the port for the mail program
 */
export async function startAddressForwarder(
  imapPort: number,
  address: string,
  cleanup: Cleanup,
): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((program) => {
    const dovecot = createConnection(imapPort, loopback);
    for (const [socket, other] of [
      [program, dovecot],
      [dovecot, program],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket) && other.destroy());
    }
    introduce(dovecot, address).then(
      (greeting) => {
        program.write(greeting);
        program.pipe(dovecot).pipe(program);
      },
      () => program.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, loopback, resolve);
  });
  cleanup.add(async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const at = server.address();
  return typeof at === 'object' && at !== null ? at.port : 0;
}

/** Says where the client is, and gives back the greeting, which is for the client. */
async function introduce(dovecot: Socket, address: string): Promise<string> {
  const greeting = await receive(dovecot, /\r\n$/);
  dovecot.write(`id ID ("x-originating-ip" "${address}")\r\n`);
  const answer = await receive(dovecot, /^id .*\r\n$/m);
  if (!/^id OK/m.test(answer)) throw new Error(`The server does not take a client's address: ${answer}`);
  return greeting;
}

/** What comes until it ends in a certain way. */
function receive(socket: Socket, end: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (!end.test(text)) return;
      socket.off('data', read).off('close', reject).pause();
      resolve(text);
    };
    socket.on('data', read).once('close', reject).resume();
  });
}
