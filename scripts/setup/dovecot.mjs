import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { findProgram, isProgram } from './programs.mjs';

/** Whether Dovecot is there, with IMAP and POP3. */
export function isDovecotInstalled() {
  const dovecot = findProgram('dovecot');
  if (dovecot === undefined) return false;
  const prefix = dirname(dirname(dovecot));
  const folders = [
    `${prefix}/lib/dovecot`,
    `${prefix}/libexec/dovecot`,
    '/usr/lib/dovecot',
    '/usr/libexec/dovecot',
  ];
  return ['imap-login', 'pop3-login'].every((name) =>
    folders.some((folder) => isProgram(join(folder, name))),
  );
}

/** @throws where the installed Dovecot has no checkpassword */
export function checkDovecotVersion() {
  const { stdout } = spawnSync(findProgram('dovecot') ?? 'dovecot', ['--version'], { encoding: 'utf8' });
  requireDovecot23(stdout?.split(' ')[0]?.trim() || 'of an unknown version', 'is installed');
}

/** Dovecot 2.4 has no checkpassword, by which the firewall is asked. */
export function requireDovecot23(version, where) {
  if (/^2\.3\./.test(version)) return;
  throw new SetupFailure(
    `Dovecot ${version} ${where}; the demo needs Dovecot 2.3, as in Debian 12, Ubuntu 22.04 and 24.04, AlmaLinux 8 and 9.`,
  );
}
