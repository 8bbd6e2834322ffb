import { installNpmPackages } from './setup/npm-packages.mjs';
import { buildPage } from './setup/page.mjs';
import { oneLine, SetupFailure } from './setup/failure.mjs';
import { checkMachine } from './setup/machine.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';
import { checkDovecotVersion } from './setup/dovecot.mjs';
import { step } from './setup/progress.mjs';

/**
 * Makes a fresh clone ready, and does nothing where it is: run by npm before `npm start`, `npm test` and
 * `npm run check`. What must run before any package is installed uses none, and runs on the machine's own Node.
 */
const usage = `Usage: node scripts/setup.mjs [packages | test]

  (nothing)   npm packages, Dovecot, a C compiler, the hook and the page: what npm start needs
  packages    the npm packages alone: what npm run check needs
  test        also Chromium: what npm test needs
`;

async function setUp(purpose) {
  checkMachine();
  await installNpmPackages();
  if (purpose === 'packages') return;
  await installSystemPackages({ withBrowser: purpose === 'test' });
  await checkDovecotVersion();
  await compileHook();
  await buildPage();
}

async function compileHook() {
  const { buildHook, isHookBuilt } = await import('./build-hook.mjs');
  if (isHookBuilt?.()) return;
  await step('Compiling the hook', async () => buildHook());
}

const [purpose = 'start', ...rest] = process.argv.slice(2);
if (rest.length > 0 || !['start', 'packages', 'test'].includes(purpose)) {
  process.stderr.write(usage);
  process.exit(2);
}
try {
  await setUp(purpose);
} catch (error) {
  process.stderr.write(`${error instanceof SetupFailure ? error.message : error.stack}\n`);
  process.exit(1);
}
