import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoAccount } from './account.ts';
import type { Visitor } from './api-forwarder.ts';
import { lastLines } from './child-process.ts';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { openDataFolder } from './data-folder.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { DemoFailure } from './failure.ts';
import { startGuard } from './guard.ts';
import { logIn } from './mail-client.ts';
import { createMailboxes, type StartupUser } from './mail-store.ts';
import { loopback, reservePort } from './ports.ts';
import { makeRuntimeFolder, type RuntimePaths } from './runtime-folder.ts';
import { type Service, startService } from './service.ts';
import { sweep } from './sweep.ts';
import { findSystemUsers } from './system-users.ts';
import { defaultVisitor } from './visitor-option.ts';
import { startWebServer } from './web-server.ts';

/** What the set-up has built or the project brings, in the project's folder. */
const hookPath = 'plugin/hook/build/checkpassword';
const overlongPath = 'plugin/dovecot/overlong';
const pluginSettingsPath = 'plugin/dovecot/2.3.conf';
const pagePath = 'ui/dist';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export type DemoOptions = {
  /** Where the rules are kept. */
  dataFolder: string;
  /** Ports; 0 or nothing finds free ones. */
  webPort?: number;
  imapPort?: number;
  pop3Port?: number;
  /** The address that the page takes its visitor to be at; a home in France unless said otherwise. */
  visitor?: string;
  /** More mailboxes, of any domains: the page shows them, but no mail program can log in to them. */
  mailboxes?: readonly string[];
  /** Dovecot's cache of passwords, with cPanel's values; on unless said otherwise. */
  authCache?: boolean;
  /** Dovecot's delay after a refused login; on unless said otherwise. */
  delayFailures?: boolean;
  /** How long Dovecot's hook waits for the service, in milliseconds; 3,000 unless said otherwise. */
  hookTimeout?: number;
  /** Is told, in words for a person, what happens after the start. */
  report?: (message: string) => void;
  /** Gives up the start; what was started by then is stopped. */
  signal?: AbortSignal;
};

/** A running demo: a mail server with the plugin in it, the service, and the page. */
export type Demo = {
  /** The page's address. */
  url: string;
  ports: { web: number; imap: number; pop3: number };
  /** Where the built page lies. */
  pageFolder: string;
  /** Whom the page takes everyone to be. */
  visitor: Visitor;
  dataDir: string;
  policiesDir: string;
  runtimeDir: string;
  paths: RuntimePaths;
  service: Service;
  dovecot: Dovecot;
  /** Kept, with a sentence, when a part of the demo has ended for good. */
  lost: Promise<string>;
  /** Stops all of it; nothing is left but the data folder. */
  stop(): Promise<void>;
};

/**
 * Starts the demo, and waits until logins work.
 *
 * @throws DemoFailure where it cannot run; nothing is then left running
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const cleanup = createCleanup();
  try {
    return await startParts(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function startParts(options: DemoOptions, cleanup: Cleanup): Promise<Demo> {
  const { signal, report = () => undefined } = options;
  const data = await openDataFolder(options.dataFolder);
  cleanup.add(data.release);
  const policiesDir = join(data.path, 'policies');

  const pluginSettings = await readBuilt(pluginSettingsPath);
  await readBuilt(join(pagePath, 'index.html'));
  const users = await findSystemUsers();
  const imapPort = await reservePort(options.imapPort ?? 0, '--imap-port');
  const pop3Port = await reservePort(options.pop3Port ?? 0, '--pop3-port');

  const paths = await makeRuntimeFolder(join(projectFolder, hookPath), join(projectFolder, overlongPath));
  cleanup.add(startGuard(paths.folder));
  cleanup.add(() => sweep(paths.folder));
  await data.noteRuntimeFolder(paths.folder);

  const account = demoAccount(options.mailboxes);
  const visitor = { account: account.account, address: options.visitor ?? defaultVisitor };
  const pageFolder = join(projectFolder, pagePath);
  const web = await startWebServer(pageFolder, paths.apiSocket, visitor, options.webPort ?? 0);
  cleanup.add(web.stop);
  const startupUser = await createMailboxes(paths, users);
  const { hookGroup } = users;
  const service = await startService({
    projectFolder,
    policies: policiesDir,
    events: join(data.path, 'events.sqlite'),
    paths,
    account,
    hookGroup,
    report,
    signal,
  });
  cleanup.add(service.stop);
  const dovecotOptions = {
    imapPort,
    pop3Port,
    authCache: options.authCache ?? true,
    delayFailures: options.delayFailures ?? true,
    hookTimeout: options.hookTimeout ?? 3000,
  };
  const dovecot = await startDovecot(pluginSettings, paths, users, dovecotOptions, signal);
  cleanup.add(dovecot.stop);
  await tryLogin(imapPort, startupUser, paths.dovecotLog);
  signal?.throwIfAborted();

  return {
    url: `http://${loopback}:${web.port}/`,
    ports: { web: web.port, imap: imapPort, pop3: pop3Port },
    pageFolder,
    visitor,
    dataDir: data.path,
    policiesDir,
    runtimeDir: paths.folder,
    paths,
    service,
    dovecot,
    lost: Promise.race([
      service.lost.then((how) => `The decision service has ended and does not come back: ${how}`),
      dovecot.lost.then((how) => `Dovecot has ended: ${how}`),
    ]),
    stop: cleanup.run,
  };
}

/** A login that goes all the way: Dovecot, hook, service, password. */
async function tryLogin(port: number, { name, password }: StartupUser, dovecotLog: string): Promise<void> {
  const { outcome, answer } = await logIn({ protocol: 'imap', port, mailbox: name, password });
  if (outcome !== 'let-in') {
    throw new DemoFailure(`Logins do not work: ${answer}\n${await lastLines(dovecotLog)}`);
  }
}

async function readBuilt(path: string): Promise<string> {
  try {
    return await readFile(join(projectFolder, path), 'utf8');
  } catch {
    throw new DemoFailure(`${path} is missing. Run: node scripts/setup.mjs`);
  }
}
