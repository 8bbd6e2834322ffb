import { spawnSync } from 'node:child_process';

/** Something that the person at the keyboard can mend; its message says how. */
export class SetupFailure extends Error {}

/** Tells the person what is being waited for. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a program and shows its output only where it fails.
 *
 * @param {string} what the step, for the failure's message
 */
export function runQuietly(what, program, args, options = {}) {
  const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (run.status === 0) return;
  const output = [run.error?.message, run.stdout, run.stderr].filter(Boolean).join('\n');
  throw new SetupFailure(`${output}\n${what} has failed (${program} ${args.join(' ')}). See above.`);
}

/** Whether a program can be found and says its version. */
export function isInstalled(program, args = ['--version']) {
  const path = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;
  return spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, PATH: path } }).status === 0;
}
