import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupFailure } from './failure.mjs';

/** The person stopped the set-up. */
export class Interrupted extends Error {
  name = 'Interrupted';
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();
let isInterrupted = false;

/**
 * From here on a signal ends the program that runs, and the set-up after it has put back what it changed for a while
 * (`finally`); by itself Node would leave that undone.
 */
export function passOnSignals() {
  for (const signal of signals) {
    process.on(signal, () => {
      isInterrupted = true;
      for (const child of running) child.kill(signal);
    });
  }
}

/**
 * Runs a program, and keeps what it says for the message where it fails.
 *
 * @returns what it said on stdout and stderr
 * @throws SetupFailure where it fails, Interrupted where the person stopped it
 */
export async function run(program, args, { cwd, env = process.env } = {}) {
  throwIfInterrupted();
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const how = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  running.delete(child);
  throwIfInterrupted();
  if (how === 0) return output;
  const ending = Object.hasOwn(constants.signals, how) ? `ended by ${how}` : `exit code ${how}`;
  throw new SetupFailure(`${program} ${args.join(' ')} failed (${ending}):\n${output.trimEnd()}`);
}

function throwIfInterrupted() {
  if (isInterrupted) throw new Interrupted();
}
