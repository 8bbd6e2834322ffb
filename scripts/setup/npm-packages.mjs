import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { step } from './progress.mjs';
import { projectFolder, projectNode } from './project.mjs';
import { run } from './run.mjs';

const nodeLine = 'v24.';

/** Installs what package-lock.json names, where something else is installed or nothing. */
export async function installNpmPackages() {
  if (!isInstalled()) await step('Installing the npm packages', installAll);
  const { stdout, error } = spawnSync(projectNode, ['--version'], { encoding: 'utf8' });
  if (error || !stdout.startsWith(nodeLine)) {
    throw new SetupFailure(
      'Node 24 does not run here (node_modules/.bin/node). It comes as an optional npm package for Linux on x64 or arm64 with glibc 2.28 or newer.',
    );
  }
}

async function installAll() {
  const [program, ...args] = npmCommand();
  const { PATH = '' } = process.env;
  // The project's own Node, which npm is about to replace, must not run npm.
  const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(projectFolder));
  await run(
    program,
    // Whatever the person's settings leave out (NODE_ENV=production, omit) is needed; errors are to be said under "npm -s" too.
    [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: projectFolder, env: { ...process.env, PATH: path.join(delimiter) } },
  );
}

/** npm on the Node that it was started with; else the one in PATH. */
export function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const isNpm = npm !== undefined && /^npm(-cli)?\.[cm]?js$/.test(basename(npm));
  return isNpm && node !== undefined && existsSync(node) && existsSync(npm) ? [node, npm] : ['npm'];
}

/**
 * npm notes in node_modules what it has put there. Packages for other systems are in the lock file alone; that an
 * optional one for this system is missing, shows by Node's.
 */
function isInstalled() {
  const wanted = readPackages(`${projectFolder}/package-lock.json`);
  const installed = readPackages(`${projectFolder}/node_modules/.package-lock.json`);
  if (!wanted || !installed || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(([path, { version, integrity, link, optional }]) => {
    if (!path.includes('node_modules/') || (optional && !installed[path])) return true;
    const found = installed[path];
    if (!found || !existsSync(`${projectFolder}/${path}`)) return false;
    return link === found.link && version === found.version && integrity === found.integrity;
  });
}

function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
