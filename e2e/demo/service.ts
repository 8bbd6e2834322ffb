import { writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '@email-firewall/contract';
import { type Child, lastLines, startChild } from './child-process.ts';
import { DemoFailure, messageOf } from './failure.ts';
import type { RuntimePaths } from './runtime-folder.ts';
import { waitUntil } from './wait.ts';

/** The decision service, run as on a server, and started again when it dies, as systemd would. */
export type Service = {
  pid(): number;
  /**
   * Sends a signal, and waits for the end where the signal brings it. After that the service stays away until
   * `restart`, so that logins without it can be tried. SIGSTOP makes it hang, SIGCONT go on.
   */
  kill(signal?: NodeJS.Signals): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Kept, with how it ended, when starting it again has not helped. */
  lost: Promise<string>;
};

export type ServiceOptions = {
  projectFolder: string;
  policies: string;
  /** The event log's file. */
  events: string;
  paths: RuntimePaths;
  /** Whose mailboxes it knows. */
  account: Account;
  hookGroup: number | undefined;
  /** Is told when the service died by itself, and what is done about it. */
  report: (message: string) => void;
  signal?: AbortSignal | undefined;
};

const startTime = 15_000;

/** Before a service that died is started again, in milliseconds. */
const restartDelay = 1000;

/** One that ends sooner after its start than this, this many times in a row, is given up. */
const shortLife = 5000;
const maxShortLives = 3;

/** Starts the service, and waits until it answers on both its sockets. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { paths, report } = options;
  let current: Child | undefined;
  /** Stands for a start that is about to be made by itself; a new one, or none, calls it off. */
  let pending: object | undefined;
  let shortLives = 0;
  let reportLoss: (how: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    reportLoss = resolve;
  });

  async function start(): Promise<void> {
    const program = `${options.projectFolder}/server/src/cli/email-firewall.ts`;
    const startedAt = performance.now();
    const args = [program, 'serve', '--settings', paths.settings];
    const started = await startChild(process.execPath, args, paths.serviceLog);
    current = started;
    const isReady = await waitUntil(
      async () => !started.isRunning() || (await answers(paths.decisionSocket, paths.apiSocket)),
      startTime,
      options.signal,
    );
    if (!isReady || !started.isRunning()) {
      current = undefined;
      await started.stop();
      throw new DemoFailure(`The decision service does not start.\n${await lastLines(paths.serviceLog)}`);
    }
    started.ended.then((how) => (current === started ? revive(how, startedAt) : undefined));
  }

  async function revive(how: string, startedAt: number): Promise<void> {
    current = undefined;
    shortLives = performance.now() - startedAt < shortLife ? shortLives + 1 : 0;
    if (shortLives >= maxShortLives) return reportLoss(how);
    report(`The decision service has ended (${how}). Starting it again...`);
    const revival = {};
    pending = revival;
    await sleep(restartDelay);
    if (pending !== revival) return;
    await start().then(
      () => report('The decision service answers again.'),
      (error: unknown) => reportLoss(messageOf(error)),
    );
  }
  async function stop(): Promise<void> {
    pending = undefined;
    const stopped = current;
    // What ends from here on was asked to.
    current = undefined;
    await stopped?.stop();
  }

  await writeServiceFiles(options);
  await start();
  return {
    pid: () => current?.pid ?? 0,
    lost,
    stop,
    async kill(signal = 'SIGKILL') {
      const killed = current;
      const isPause = signal === 'SIGSTOP' || signal === 'SIGCONT';
      if (!isPause) {
        pending = undefined;
        current = undefined;
      }
      killed?.kill(signal);
      if (!isPause) await killed?.ended;
    },
    async restart() {
      await stop();
      await start();
    },
  };
}

async function writeServiceFiles(options: ServiceOptions): Promise<void> {
  const { paths, policies, events, account, hookGroup } = options;
  const { markers, accounts, decisionSocket, apiSocket, dovecotLog } = paths;
  const sockets = { decisionSocket, apiSocket, decisionGroup: hookGroup };
  const settings = { policies, markers, accounts, events, dovecotLog, ...sockets };
  await writeFile(paths.settings, JSON.stringify(settings, null, 2));
  await writeFile(accounts, JSON.stringify({ accounts: [account] }, null, 2));
}

async function answers(...sockets: string[]): Promise<boolean> {
  const answered = await Promise.all(sockets.map(canConnect));
  return answered.every(Boolean);
}

function canConnect(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });
}
