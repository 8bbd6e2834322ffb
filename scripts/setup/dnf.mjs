import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Fedora, AlmaLinux, Rocky Linux, CloudLinux. */
export const dnf = { name: 'dnf', program: 'dnf', install, commands };

/** What a person runs instead, without `sudo`. */
function commands(packages) {
  return [['dnf', ...argumentsFor(packages)].join(' ')];
}

async function install(packages) {
  // Packages there neither start nor enable a service by themselves.
  await run('dnf', argumentsFor(packages));
}

function argumentsFor(packages) {
  return ['install', '-y', '--setopt=install_weak_deps=False', ...extraSource(packages), ...packages];
}

/** RHEL and its kin keep the static C library in a source of packages that is off by default. */
function extraSource(packages) {
  if (!packages.includes('glibc-static')) return [];
  const release = readFileSync('/etc/os-release', 'utf8');
  if (!/^ID_LIKE=.*rhel/m.test(release)) return [];
  return [/^VERSION_ID="?8/m.test(release) ? '--enablerepo=powertools' : '--enablerepo=crb'];
}
