import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sweep } from './sweep.ts';

/**
 * Starts a second process that cleans up after this one, however this one ends: where it is killed (SIGKILL), nobody
 * else would stop Dovecot. The guard notices by the end of a pipe that only this process holds open.
 *
 * @returns lets the guard go, and waits until it has ended
 */
export function startGuard(runtimeFolder: string): () => Promise<void> {
  // The folder goes through the pipe, for a command line that names it would count among what is to be cleaned up.
  const guard = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    guard.once('exit', () => resolve()).once('error', () => resolve());
  });
  guard.stdin.on('error', () => undefined);
  guard.stdin.write(runtimeFolder);
  // Whoever forgets to stop the demo is not held up by the guard: it does its work when they are gone.
  guard.unref();
  return async () => {
    guard.ref();
    guard.stdin.end();
    await ended;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let runtimeFolder = '';
  for await (const chunk of process.stdin) runtimeFolder += chunk;
  await sweep(runtimeFolder);
}
