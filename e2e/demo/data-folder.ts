import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeOf, DemoFailure, messageOf } from './failure.ts';
import { sweep } from './sweep.ts';

/** The folder that outlives the demo: it holds the rules and the event log. */
export type DataFolder = {
  path: string;
  /** Notes where this run keeps what must not outlive it, for the next run to clean up if this one cannot. */
  noteRuntimeFolder(runtimeFolder: string): Promise<void>;
  /** Lets another demo have the folder. */
  release(): Promise<void>;
};

const noteName = 'runtime-folder';

/**
 * Opens the data folder for one demo alone, and cleans up after a last one that was killed.
 *
 * @param folder created where it is missing
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = await create(folder);
  const unlock = await lock(path);
  const note = join(path, noteName);
  try {
    const left = await readFile(note, 'utf8').catch(() => undefined);
    if (left !== undefined) await sweep(left.trim());
    await rm(note, { force: true });
  } catch (error) {
    await unlock();
    throw new DemoFailure(`What an earlier demo on ${path} left cannot be removed: ${messageOf(error)}`);
  }
  return {
    path,
    noteRuntimeFolder: (runtimeFolder) => writeFile(note, `${runtimeFolder}\n`),
    async release() {
      await rm(note, { force: true });
      await unlock();
    },
  };
}

async function create(folder: string): Promise<string> {
  try {
    await mkdir(join(folder, 'policies'), { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw new DemoFailure(
      `The data folder ${folder} cannot be used (${messageOf(error)}). Choose another with --data DIR.`,
    );
  }
}

/**
 * Takes a socket of the abstract namespace (unix(7)) named after the folder: the kernel frees it when the process ends,
 * however it ends, so no stale lock can be left behind.
 */
async function lock(path: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(path).digest('hex');
  const server = createServer((socket) => socket.destroy());
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(`\0email-firewall-demo-${name}`, resolve);
    });
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new DemoFailure(
      `A demo is running on ${path} already. Stop it first, or choose another folder with --data DIR.`,
    );
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}
