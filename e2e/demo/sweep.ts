import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { waitUntil } from './wait.ts';

const runtimeFolderName = /^email-firewall-[A-Za-z0-9]{6}$/;

const grace = 5000;

/**
 * Ends every process that belongs to a runtime folder, and removes the folder: what a demo does last, and what is done
 * for one that was killed. The processes are found by the folder's own random name, which no process of another bears.
 */
export async function sweep(runtimeFolder: string): Promise<void> {
  if (!runtimeFolderName.test(basename(runtimeFolder))) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of await processesOf(runtimeFolder)) send(pid, signal);
    if (await waitUntil(async () => (await processesOf(runtimeFolder)).length === 0, grace)) break;
  }
  await rm(runtimeFolder, { recursive: true, force: true });
}

async function processesOf(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc'))
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const belongs = await Promise.all(pids.map((pid) => belongsTo(pid, folder)));
  return pids.filter((_, index) => belongs[index]);
}

/**
 * Dovecot's master and the service name the folder in their command lines; Dovecot's own processes work in it or have
 * it for their root (`chroot`).
 */
async function belongsTo(pid: number, folder: string): Promise<boolean> {
  const [state, commandLine, ...places] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
    readlink(`/proc/${pid}/root`).catch(() => ''),
  ]);
  // A zombie has ended; it is for its parent to notice.
  if (/\) [ZX] /.test(state)) return false;
  return (
    commandLine.split('\0').some((part) => part.startsWith(join(folder, '/'))) ||
    places.some((place) => place === folder || place.startsWith(join(folder, '/')))
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
