import { checkDovecotVersion } from './setup/dovecot.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { checkMachine } from './setup/machine.mjs';
import { buildNetworkData } from './setup/network-data.mjs';
import { installNpmPackages } from './setup/npm-packages.mjs';
import { buildPage } from './setup/page.mjs';
import { Interrupted, passOnSignals } from './setup/run.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';

// Makes a fresh clone ready, and does nothing where it is. It runs before any npm package is there, on the machine's
// own Node, and so uses no package and no TypeScript.

const usage = `Usage: node scripts/setup.mjs [packages | test | pictures]

  (nothing)   npm packages, Dovecot, a C compiler, the hook and the page: what npm start needs
  packages    the npm packages, and the data made of them: what npm run check and test:unit need
  test        the same as with nothing, Chromium, mmdblookup and curl: what npm test needs
  pictures    the same as with nothing, Chromium, Thunderbird and a screen for it: what npm run screenshots needs
`;

const wrongUsage = 2;
const interrupted = 130; // 128 + SIGINT, as shells count

async function setUp(purpose) {
  checkMachine();
  await installNpmPackages();
  await buildNetworkData();
  if (purpose === 'packages') return;
  await installSystemPackages(purpose);
  checkDovecotVersion();
  await compileHook();
  await buildPage();
}

async function compileHook() {
  const { buildHook } = await import('./build-hook.mjs');
  try {
    buildHook();
  } catch (error) {
    throw new SetupFailure(error.message);
  }
}

async function main() {
  const [purpose = 'start', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || !['start', 'packages', 'test', 'pictures'].includes(purpose)) {
    process.stderr.write(usage);
    return wrongUsage;
  }
  passOnSignals();
  try {
    await setUp(purpose);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return interrupted;
    process.stderr.write(`${error instanceof SetupFailure ? error.message : error.stack}\n`);
    return 1;
  }
}

process.exit(await main());
