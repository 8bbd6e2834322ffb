import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { promisify } from 'node:util';
import { type Child, lastLines, startChild } from './child-process.ts';
import { type DovecotOptions, dovecotConfig } from './dovecot-config.ts';
import { codeOf, DemoFailure, messageOf } from './failure.ts';
import { loopback } from './ports.ts';
import type { RuntimePaths } from './runtime-folder.ts';
import type { SystemUsers } from './system-users.ts';
import { waitUntil } from './wait.ts';

/** The demo's mail server. */
export type Dovecot = {
  pid(): number;
  /** Kept, with how it ended, when it ends without having been asked to. */
  lost: Promise<string>;
  /** Stops it, and starts it again with some of its options changed. */
  restart(changes?: Partial<DovecotOptions>): Promise<void>;
  stop(): Promise<void>;
};

const startTime = 15_000;

// An ordinary user's PATH leaves out the folders where distributions put Dovecot.
const { PATH = '' } = process.env;
const env = { ...process.env, PATH: `${PATH}:/usr/local/sbin:/usr/sbin:/sbin` };

/** Starts Dovecot, and waits until IMAP and POP3 greet. */
export async function startDovecot(
  pluginSettings: string,
  paths: RuntimePaths,
  users: SystemUsers,
  initialOptions: DovecotOptions,
  signal?: AbortSignal,
): Promise<Dovecot> {
  let options = initialOptions;
  let current: Child | undefined;
  let reportLoss: (how: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    reportLoss = resolve;
  });

  async function start(): Promise<void> {
    await writeFile(paths.dovecotConfig, dovecotConfig(pluginSettings, paths, users, options), {
      mode: 0o644,
    });
    await checkConfig(paths.dovecotConfig);
    const started = await startChild('dovecot', ['-F', '-c', paths.dovecotConfig], paths.dovecotLog, env);
    current = started;
    try {
      for (const port of [options.imapPort, options.pop3Port]) await waitForGreeting(port, started, signal);
    } catch (error) {
      await started.stop();
      signal?.throwIfAborted();
      throw new DemoFailure(`Dovecot does not start.\n${await lastLines(paths.dovecotLog)}`, {
        cause: error,
      });
    }
    started.ended.then((how) => (current === started ? reportLoss(how) : undefined));
  }

  async function stop(): Promise<void> {
    const stopped = current;
    // What ends from here on was asked to.
    current = undefined;
    await stopped?.stop();
  }

  await start();
  return {
    pid: () => current?.pid ?? 0,
    lost,
    stop,
    async restart(changes = {}) {
      options = { ...options, ...changes };
      await stop();
      await start();
    },
  };
}

async function checkConfig(file: string): Promise<void> {
  try {
    await promisify(execFile)('doveconf', ['-c', file, '-n'], { env });
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new DemoFailure('Dovecot is not installed. Run: node scripts/setup.mjs');
    throw new DemoFailure(`Dovecot does not accept its settings: ${messageOf(error).trim()}`);
  }
}

async function waitForGreeting(port: number, dovecot: Child, signal: AbortSignal | undefined): Promise<void> {
  const isReady = await waitUntil(
    async () => !dovecot.isRunning() || (await greets(port)),
    startTime,
    signal,
  );
  if (!isReady || !dovecot.isRunning()) throw new Error(`Nothing greets on port ${port}.`);
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, loopback);
    const finish = (answer: boolean) => resolve(socket.destroy() && answer);
    socket.setTimeout(2000, () => finish(false));
    socket.once('data', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
  });
}
