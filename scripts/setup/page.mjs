import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly, say } from './say.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What the page is made from. */
const sources = ['ui/src', 'ui/index.html', 'ui/vite.config.ts', 'server/contract/src', 'package-lock.json'];
const built = 'ui/dist/index.html';

/** Builds the page where it is missing or older than what it is made from. */
export function buildPage() {
  const builtAt = statSync(join(project, built), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((path) => newestIn(join(project, path)) < builtAt)) return;
  say('Building the page...');
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  runQuietly('Building the page', join(project, 'node_modules/.bin/node'), [vite, 'build'], {
    cwd: join(project, 'ui'),
  });
}

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
