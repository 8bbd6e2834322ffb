import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';

/** How long a process may take to end when asked to, before it is killed; in milliseconds. */
const grace = 5000;

/** A process that was started, and how to be rid of it. */
export type Child = {
  pid: number;
  /** Kept when the process has ended, with how it ended. */
  ended: Promise<string>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end, kills it where it does not, and waits until it has. */
  stop(): Promise<void>;
};

/**
 * Starts a process of its own session, so that a Ctrl-C in the terminal reaches the demo alone, which then ends its
 * processes in order. All it says is appended to a file.
 */
export async function startChild(
  program: string,
  args: readonly string[],
  logFile: string,
  env = process.env,
): Promise<Child> {
  const log = await open(logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(program, args, { detached: true, env, stdio: ['ignore', log.fd, log.fd] });
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  } finally {
    await log.close();
  }
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    ended,
    isRunning,
    kill: (signal) => child.kill(signal) && undefined,
    async stop() {
      if (!isRunning()) return;
      // A process that was stopped (SIGSTOP) hears nothing else before it goes on.
      child.kill('SIGTERM');
      child.kill('SIGCONT');
      const timer = setTimeout(() => child.kill('SIGKILL'), grace);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** The last lines of a log file, for a message about what went wrong. */
export async function lastLines(logFile: string, count = 5): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
