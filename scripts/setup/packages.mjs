import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runQuietly, SetupFailure, say } from './say.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Says for which lock file node_modules was laid out; it goes when node_modules goes. */
const stamp = `${project}node_modules/.email-firewall-lock`;
const pinnedNode = `${project}node_modules/.bin/node`;

const oldestNode = [20, 19];
const pinnedVersion = 'v24.';

/** @throws where the machine's Node is too old for npm's packages */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupFailure(
    `Node ${process.versions.node} is too old. Install Node ${oldestNode.join('.')} or newer.`,
  );
}

/** Installs the packages of the lock file, where that has not been done, and makes sure of the Node that comes with them. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${project}package-lock.json`))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    say('Installing npm packages...');
    const [program, ...args] = npm();
    runQuietly(
      'Installing npm packages',
      program,
      [...args, 'ci', '--no-audit', '--no-fund', '--include=optional'],
      {
        cwd: project,
      },
    );
    writeFileSync(stamp, lock);
  }
  const version = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (version.startsWith(pinnedVersion)) return;
  throw new SetupFailure(
    `Node 24 did not come with the npm packages: this project runs on Linux on x64 and arm64, and needs npm's optional dependencies.`,
  );
}

/** npm on the Node it came with: it must not run on a Node that it is about to replace. */
function npm() {
  const { npm_node_execpath: node, npm_execpath: program } = process.env;
  return node && program && !node.startsWith(project) ? [node, program] : ['npm'];
}
