import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './npm-packages.mjs';
import { step } from './progress.mjs';
import { projectFolder } from './project.mjs';
import { run } from './run.mjs';

const page = 'ui/dist/index.html';

/** What the built page is made of; of ui/ all but what lies in it as a product. */
const sources = ['server/contract/src', 'package-lock.json'];
const products = ['dist', 'node_modules', 'pictures'];

/** Builds the page where it is missing or something that it is made of has changed. */
export async function buildPage() {
  const ui = readdirSync(`${projectFolder}/ui`).filter((name) => !products.includes(name));
  const newest = Math.max(...[...sources, ...ui.map((name) => join('ui', name))].map(newestIn));
  if (timeOf(page) >= newest) return;
  const [program, ...args] = npmCommand();
  await step('Building the page', () =>
    run(program, [...args, 'run', '-s', 'build', '-w', 'ui'], { cwd: projectFolder }),
  );
}

/** When a file was last changed, or anything in a folder; a removed file shows in its folder's own time. */
function newestIn(path) {
  const full = `${projectFolder}/${path}`;
  if (!statSync(full).isDirectory()) return timeOf(path);
  return Math.max(timeOf(path), ...readdirSync(full).map((name) => newestIn(join(path, name))));
}

function timeOf(path) {
  return statSync(`${projectFolder}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
