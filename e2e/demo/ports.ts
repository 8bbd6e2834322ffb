import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf, DemoFailure } from './failure.ts';

/** The loopback address that everything in the demo listens on. */
export const loopback = '127.0.0.1';

// Below the range from which Linux hands out ports to outgoing connections (32768 and up): nobody takes them by chance.
const firstFreePort = 20_000;
const lastFreePort = 32_000;

const privileged = 1024;

/**
 * Makes sure that a port can be listened on, or finds one.
 *
 * @param port 0 finds a free one
 * @param option how the person chooses another, for the message
 */
export async function reservePort(port: number, option: string): Promise<number> {
  if (port !== 0) {
    await tryPort(port, option);
    return port;
  }
  for (let attempt = 0; attempt < 100; attempt++) {
    const candidate = randomInt(firstFreePort, lastFreePort);
    if (
      await tryPort(candidate, option).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  }
  throw new DemoFailure(`No free port was found. Choose one with ${option} PORT.`);
}

/** What to tell the person when a port cannot be listened on. */
export function portFailure(port: number, option: string, error: unknown): DemoFailure {
  const why =
    codeOf(error) === 'EACCES' && port < privileged
      ? 'may be used by root only'
      : 'is taken already by another program';
  return new DemoFailure(`Port ${port} ${why}. Choose another with ${option} PORT.`);
}

async function tryPort(port: number, option: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, loopback, resolve);
    });
  } catch (error) {
    throw portFailure(port, option, error);
  }
  await new Promise((resolve) => server.close(resolve));
}
