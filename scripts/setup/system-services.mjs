import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findProgram } from './programs.mjs';
import { run } from './run.mjs';

// Debian's packages start their services when they are installed, unless this program says no (policy-rc.d, Debian
// Policy 9.3.3; deb-systemd-invoke(1p) asks it too).
const policyProgram = '/usr/sbin/policy-rc.d';
const mark = "written by Email Firewall's set-up";

/**
 * Does the work while packages cannot start services. Should the set-up be killed and leave the program behind, it
 * says no only as long as the set-up's process lives, and the next set-up removes it.
 */
export async function withoutStartingServices(work) {
  const isOurs = !existsSync(policyProgram) || readFileSync(policyProgram, 'utf8').includes(mark);
  if (isOurs) {
    const text = `#!/bin/sh\n# ${mark}, while it installs Dovecot\nkill -0 ${process.pid} 2>/dev/null && exit 101\nexit 0\n`;
    writeFileSync(policyProgram, text, { mode: 0o755 });
  }
  try {
    return await work();
  } finally {
    if (isOurs) rmSync(policyProgram, { force: true });
  }
}

/** The Dovecot that a package sets up for the machine: the demo runs its own, and nobody asked for this one. */
export const dovecotSystemService = {
  /** What the person runs, if the machine has systemd. */
  commands: () => (existsSync('/run/systemd/system') ? ['systemctl disable --now dovecot'] : []),
  /** Sees to it that it does not start with the machine either. */
  async disable() {
    if (!findProgram('systemctl')) return;
    // Where systemd does not run (containers), disabling works and stopping does not; there is nothing to stop then.
    const now = existsSync('/run/systemd/system') ? ['--now'] : [];
    await run('systemctl', ['disable', ...now, 'dovecot.service']).catch(() => undefined);
  },
};
