import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, runQuietly, SetupFailure, say } from './say.mjs';

/** What is needed from the system, and its packages: Debian's and Ubuntu's, and those of the RHEL family. */
const needs = [
  {
    isThere: () => isInstalled('dovecot') && hasDovecotPart('imap') && hasDovecotPart('pop3'),
    apt: ['dovecot-imapd', 'dovecot-pop3d'],
    dnf: ['dovecot'],
    name: 'Dovecot',
  },
  { isThere: canCompile, apt: ['gcc', 'libc6-dev'], dnf: ['gcc', 'glibc-static'], name: 'a C compiler' },
];
const browser = {
  isThere: () =>
    Boolean(process.env.CHROMIUM) ||
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some((path) =>
      existsSync(path),
    ),
  apt: ['chromium'],
  dnf: ['chromium'],
  name: 'Chromium',
};

const policy = '/usr/sbin/policy-rc.d';

/**
 * Installs what is missing, as root; else says in one line what to install.
 *
 * @param {{ withBrowser: boolean }} options
 */
export function installSystemPackages({ withBrowser }) {
  const missing = [...needs, ...(withBrowser ? [browser] : [])].filter((need) => !need.isThere());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.name).join(', ');
  const installer = ['apt-get', 'dnf'].find((program) => isInstalled(program));
  if (!installer)
    throw new SetupFailure(`Install ${names}, then start again. (Neither apt-get nor dnf is here.)`);
  const packages = missing.flatMap((need) => (installer === 'dnf' ? need.dnf : need.apt));
  if (process.getuid() !== 0) {
    throw new SetupFailure(`Install ${names} first: sudo ${installer} install ${packages.join(' ')}`);
  }
  say(`Installing ${names}...`);
  if (installer === 'dnf') runQuietly(`Installing ${names}`, 'dnf', ['install', '-y', '-q', ...packages]);
  else aptInstall(names, packages);
  const stillMissing = missing.filter((need) => !need.isThere()).map((need) => need.name);
  if (stillMissing.length > 0)
    throw new SetupFailure(`The packages ${packages} did not bring ${stillMissing}.`);
}

/** @throws on a Dovecot that has no checkpassword any more */
export function checkDovecot() {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin` };
  const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8', env }).stdout.trim();
  if (version.startsWith('2.3.')) return;
  throw new SetupFailure(
    `Dovecot ${version} is installed. This version of Email Firewall works with Dovecot 2.3.`,
  );
}

/** A package must not start a mail server on the machine of somebody who only tries a demo. */
function aptInstall(names, packages) {
  const isOurs = !existsSync(policy);
  const cleanUp = () => isOurs && rmSync(policy, { force: true });
  const interrupted = () => process.exit(130);
  process.once('exit', cleanUp).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    runQuietly('Reading the package lists', 'apt-get', ['update', '-qq'], { env });
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    runQuietly(`Installing ${names}`, 'apt-get', args, { env });
  } finally {
    cleanUp();
    process.off('exit', cleanUp).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

function hasDovecotPart(name) {
  return ['/usr/lib/dovecot', '/usr/libexec/dovecot'].some((folder) => existsSync(`${folder}/${name}`));
}

/** A compiler alone is not enough: the hook is linked statically. */
function canCompile() {
  const program = join(tmpdir(), `email-firewall-cc-${process.pid}`);
  const run = spawnSync(process.env.CC ?? 'cc', ['-static', '-x', 'c', '-', '-o', program], {
    input: 'int main(void) { return 0; }\n',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  rmSync(program, { force: true });
  return run.status === 0;
}
