import { requireDovecot23 } from './dovecot.mjs';
import { SetupFailure } from './failure.mjs';
import { run } from './run.mjs';

const env = {
  ...process.env,
  LC_ALL: 'C',
  DEBIAN_FRONTEND: 'noninteractive',
  // Ubuntu's needrestart would ask which services to restart.
  NEEDRESTART_SUSPEND: '1',
};

const waitForOthers = ['-o', 'DPkg::Lock::Timeout=120'];

/** Debian and Ubuntu. */
export const apt = { name: 'apt', program: 'apt-get', install, commands };

/** What a person runs instead, without `sudo`. */
function commands(packages) {
  return ['apt-get update', `apt-get install -y --no-install-recommends ${packages.join(' ')}`];
}

async function install(packages) {
  let isUpdated = false;
  if (await findUnknown(packages)) {
    await update();
    isUpdated = true;
    const unknown = await findUnknown(packages);
    if (unknown) throw new SetupFailure(`This system's package sources have no package ${unknown}.`);
  }
  await checkDovecot(packages);
  try {
    await installNow(packages);
  } catch (error) {
    // Lists that are older than the server's packages name files that are no longer there.
    if (isUpdated || !(error instanceof SetupFailure)) throw error;
    await update();
    await installNow(packages);
  }
}

function update() {
  return run('apt-get', [...waitForOthers, 'update'], { env });
}

function installNow(packages) {
  return run('apt-get', [...waitForOthers, 'install', '-y', '--no-install-recommends', ...packages], { env });
}

/** The first package of which the lists say nothing: new machines and containers have none. */
async function findUnknown(packages) {
  for (const name of packages) if (!(await candidateOf(name))) return name;
  return undefined;
}

async function checkDovecot(packages) {
  const name = packages.find((candidate) => candidate.startsWith('dovecot-'));
  if (name === undefined) return;
  const version = (await candidateOf(name)).replace(/^\d+:/, '');
  requireDovecot23(version, "is what this system's package sources offer");
}

async function candidateOf(name) {
  const policy = await run('apt-cache', ['policy', name], { env });
  const version = /Candidate: (\S+)/.exec(policy)?.[1];
  return version === '(none)' ? undefined : version;
}
