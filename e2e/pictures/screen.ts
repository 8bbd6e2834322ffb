import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { lastLines, startChild } from '../demo/child-process.ts';
import type { Cleanup } from '../demo/cleanup.ts';
import { codeOf, DemoFailure } from '../demo/failure.ts';
import { waitUntil } from '../demo/wait.ts';
import { makeHome } from './desktop.ts';

/** A screen that nobody sees, with a window manager on it. */
export type Screen = {
  /** Starts a program on it. */
  start(program: string, ...args: string[]): Promise<void>;
  /** The titles of the windows that are open. */
  titles(): Promise<string[]>;
  /** Types a line into a window, in place of what is there. */
  type(title: string, line: string): Promise<void>;
  /** Saves what is to be seen, once it no longer changes. */
  capture(file: string): Promise<void>;
};

const width = 1800;
const height = 1120;

const startTime = 10_000;

/** What is to be seen is looked at so often, at most, this long apart in milliseconds. */
const looks = 20;
const lookInterval = 700;

/**
 * Starts a screen.
 *
 * @param folder what its programs write goes there, and their command lines name it: they are found by it and ended,
 *   should this process be killed
 */
export async function startScreen(folder: string, cleanup: Cleanup): Promise<Screen> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'screen.log');
  const env = await makeHome(join(folder, 'home'));

  async function start(program: string, ...args: string[]): Promise<void> {
    const child = await startChild(program, args, log, env).catch(explainMissing(program));
    cleanup.add(child.stop);
  }
  const run = (program: string, ...args: string[]) =>
    promisify(execFile)(program, args, { env }).catch(explainMissing(program));

  /** What xdotool answers; nothing where it fails, as it does where there is no such window. */
  async function ask(...args: string[]): Promise<string> {
    try {
      return (await run('xdotool', ...args)).stdout;
    } catch (error) {
      if (error instanceof DemoFailure) throw error;
      return '';
    }
  }

  async function waitFor(what: string, isReady: () => Promise<boolean>): Promise<void> {
    if (await waitUntil(isReady, startTime)) return;
    throw new DemoFailure(`${what} does not start.\n${await lastLines(log)}`);
  }

  // It says the number of the display that it has found free (Xserver(1)).
  await start(
    'Xvfb',
    '-displayfd',
    '1',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-fbdir',
    folder,
    '-noreset',
  );
  await waitFor('The screen', async () => {
    const display = /^(\d+)$/m.exec(await readFile(log, 'utf8'))?.[1];
    env['DISPLAY'] = `:${display}`;
    return display !== undefined;
  });
  await start('openbox', '--config-file', join(folder, 'home/.config/openbox/rc.xml'));
  // Windows that open before it is there never get the focus. It says how many desktops it has (EWMH) when it is.
  await waitFor('The window manager', () => ask('get_num_desktops').then(Boolean));
  // Where a program hardly has anything: what lies under the pointer is shown in another color.
  await run('xdotool', 'mousemove', `${width / 2}`, `${height - 100}`);

  return {
    start,
    async titles() {
      return (await ask(...windowsNamed('.'), 'getwindowname', '%@')).trimEnd().split('\n');
    },
    async type(title, line) {
      await run('xdotool', ...windowsNamed(`^${title}$`), 'windowactivate', '--sync');
      await run('xdotool', 'key', 'ctrl+a');
      await run('xdotool', 'type', line);
      await run('xdotool', 'key', 'Return');
    },
    async capture(file) {
      let last = Buffer.of();
      for (let look = 0; look < looks; look++) {
        await run('import', '-window', 'root', '-strip', '-define', 'png:compression-level=9', file);
        const picture = await readFile(file);
        if (picture.equals(last)) return;
        last = picture;
        await sleep(lookInterval);
      }
      throw new DemoFailure('What is to be seen does not stop changing.');
    },
  };
}

function windowsNamed(expression: string): string[] {
  return ['search', '--onlyvisible', '--name', expression];
}

function explainMissing(program: string): (error: unknown) => never {
  return (error) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new DemoFailure(`${program} is not installed. Run: node scripts/setup.mjs pictures`);
  };
}
