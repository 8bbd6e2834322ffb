import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { apt } from './apt.mjs';
import { dnf } from './dnf.mjs';
import { isDovecotInstalled } from './dovecot.mjs';
import { SetupFailure } from './failure.mjs';
import { findProgram, isProgram } from './programs.mjs';
import { step } from './progress.mjs';
import { dovecotSystemService, withoutStartingServices } from './system-services.mjs';

const dovecot = {
  name: 'Dovecot',
  isThere: isDovecotInstalled,
  packages: { apt: ['dovecot-imapd', 'dovecot-pop3d'], dnf: ['dovecot'] },
};
const compiler = {
  name: 'a C compiler',
  isThere: isCompilerInstalled,
  packages: { apt: ['gcc', 'libc6-dev'], dnf: ['gcc', 'glibc-static'] },
};
const browser = {
  name: 'Chromium',
  isThere: isBrowserInstalled,
  packages: { apt: ['chromium'], dnf: ['chromium'] },
};
const databaseReader = {
  name: "MaxMind's mmdblookup",
  isThere: () => findProgram('mmdblookup') !== undefined,
  packages: { apt: ['mmdb-bin'], dnf: ['libmaxminddb'] },
};
const httpClient = {
  name: 'curl',
  isThere: () => findProgram('curl') !== undefined,
  packages: { apt: ['curl'], dnf: ['curl'] },
};
const mailProgram = {
  name: 'Thunderbird',
  isThere: () => findProgram('thunderbird') !== undefined,
  packages: { apt: ['thunderbird'], dnf: ['thunderbird'] },
};
const screen = {
  name: 'Xvfb, openbox, xdotool or ImageMagick',
  isThere: () => ['Xvfb', 'openbox', 'xdotool', 'import'].every((name) => findProgram(name)),
  packages: {
    apt: ['xvfb', 'openbox', 'xdotool', 'imagemagick'],
    dnf: ['xorg-x11-server-Xvfb', 'openbox', 'xdotool', 'ImageMagick'],
  },
};
const font = {
  name: 'Open Sans',
  isThere: isFontInstalled,
  packages: { apt: ['fonts-open-sans', 'fontconfig'], dnf: ['open-sans-fonts', 'fontconfig'] },
};

const needsOf = {
  start: [dovecot, compiler],
  test: [dovecot, compiler, browser, databaseReader, httpClient],
  pictures: [dovecot, compiler, browser, mailProgram, screen, font],
};

/** Installs Dovecot and the other programs that are missing, or says what to run. */
export async function installSystemPackages(purpose) {
  const missing = needsOf[purpose].filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = new Intl.ListFormat('en').format(missing.map(({ name }) => name));
  const installer = [apt, dnf].find(({ program }) => findProgram(program));
  if (!installer) {
    throw new SetupFailure(
      `Missing here: ${names}. Install with your system's package manager what Debian calls ${missing.flatMap(({ packages }) => packages.apt).join(' ')}.`,
    );
  }
  const packages = missing.flatMap(({ packages }) => packages[installer.name]);
  // A mail server of the machine's own, if there is one, is left alone.
  const isDovecotNew = missing.includes(dovecot) && !findProgram('dovecot');
  if (process.getuid() !== 0) {
    const commands = [
      ...installer.commands(packages),
      ...(isDovecotNew ? dovecotSystemService.commands() : []),
    ];
    throw new SetupFailure(
      `Missing here: ${names}. Run: ${commands.map((command) => `sudo ${command}`).join(' && ')}`,
    );
  }
  await step(`Installing ${names}`, () =>
    withoutStartingServices(async () => {
      await installer.install(packages);
      if (isDovecotNew) await dovecotSystemService.disable();
    }),
  );
  const left = missing.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (left.length > 0) {
    throw new SetupFailure(`Still missing after ${packages.join(' ')} was installed: ${left.join(', ')}.`);
  }
}

/** Whether there is a compiler that can link statically, as the hook is. */
function isCompilerInstalled() {
  const { CC = 'cc' } = process.env;
  const { stdout } = spawnSync(CC, ['-print-file-name=libc.a'], { encoding: 'utf8' });
  // Where there is no such file, the compiler gives back the bare name.
  return isAbsolute(stdout?.trim() ?? '') && existsSync(stdout.trim());
}

function isBrowserInstalled() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) return isProgram(CHROMIUM);
  return findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') !== undefined;
}

/** Without it the pictures would be taken in whatever font the machine has. */
function isFontInstalled() {
  const list = findProgram('fc-list');
  return list !== undefined && spawnSync(list, ['Open Sans'], { encoding: 'utf8' }).stdout.trim() !== '';
}
