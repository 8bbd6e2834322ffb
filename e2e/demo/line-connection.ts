import { createConnection } from 'node:net';
import { messageOf } from './failure.ts';

/** The server said nothing where it should have: nothing listens, it hung up, or it took too long. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** A conversation in lines, as IMAP and POP3 hold it. */
export type LineConnection = {
  /** @throws where the line would become two */
  send(line: string): void;
  /** The next line, without its end. */
  receive(): Promise<string>;
  close(): void;
};

// Dovecot answers repeated failures from one address later and later, up to 15 s, then the usual 2 s, plus the hook.
const patience = 30_000;

/** Connects to a port of this machine. */
export async function connectLines(host: string, port: number): Promise<LineConnection> {
  const socket = createConnection(port, host);
  socket.setTimeout(patience, () => socket.destroy(new Error(`no answer within ${patience / 1000} seconds`)));
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  } catch (error) {
    throw new NoAnswer(`Nothing answers on ${host} port ${port} (${messageOf(error)}).`);
  }
  const lines = readLines(socket);
  return {
    send(line) {
      if (/[\r\n\0]/.test(line)) throw new Error('A line to the server must not hold a line end.');
      socket.write(`${line}\r\n`);
    },
    async receive() {
      try {
        const { value, done } = await lines.next();
        if (!done) return value;
      } catch (error) {
        throw new NoAnswer(`The server on port ${port} did not answer (${messageOf(error)}).`);
      }
      throw new NoAnswer(`The server on port ${port} hung up without an answer.`);
    },
    close: () => socket.destroy() && undefined,
  };
}

async function* readLines(socket: AsyncIterable<Buffer>): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of socket) {
    const parts = (rest + chunk.toString('utf8')).split('\r\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  return undefined;
}
