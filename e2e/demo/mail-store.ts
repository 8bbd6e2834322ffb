import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoMailboxes, demoPassword } from './account.ts';
import type { RuntimePaths } from './runtime-folder.ts';
import type { SystemUsers } from './system-users.ts';

/** A user without mail or rules, with whom the demo makes sure at its start that logins work at all. */
export type StartupUser = { name: string; password: string };

/** Makes the mailboxes, each with a message in it, and the file in which Dovecot looks up who has which password. */
export async function createMailboxes(paths: RuntimePaths, users: SystemUsers): Promise<StartupUser> {
  const startupUser = { name: 'startup-check', password: randomBytes(12).toString('hex') };
  await makeFolder(paths.mail, users);
  const lines: string[] = [];
  for (const mailbox of demoMailboxes) {
    const home = await createMailbox(mailbox, paths, users);
    // cPanel also accepts a login that is spelled with "+" or "%" in the place of "@".
    for (const separator of ['@', '+', '%']) {
      lines.push(userLine(mailbox.replace('@', separator), demoPassword, home, users));
    }
  }
  const startupHome = join(paths.mail, startupUser.name);
  await makeFolder(startupHome, users);
  lines.push(userLine(startupUser.name, startupUser.password, startupHome, users));
  await writeFile(paths.users, lines.join(''), { mode: 0o640 });
  if (users.hookGroup !== undefined) await chown(paths.users, 0, users.hookGroup);
  return startupUser;
}

async function createMailbox(mailbox: string, paths: RuntimePaths, users: SystemUsers): Promise<string> {
  const home = join(paths.mail, mailbox);
  const maildir = join(home, 'Maildir');
  for (const folder of [home, maildir, ...['cur', 'new', 'tmp'].map((name) => join(maildir, name))]) {
    await makeFolder(folder, users);
  }
  const file = join(maildir, 'new', `${Math.floor(Date.now() / 1000)}.welcome.demo`);
  await writeFile(file, welcomeTo(mailbox));
  await chown(file, users.mailUser, users.mailGroup);
  return home;
}

async function makeFolder(folder: string, users: SystemUsers): Promise<void> {
  await mkdir(folder);
  await chmod(folder, 0o700);
  await chown(folder, users.mailUser, users.mailGroup);
}

/** One line of a passwd-file: name, password, uid, gid, an unused field, home. */
function userLine(name: string, password: string, home: string, users: SystemUsers): string {
  return `${name}:{PLAIN}${password}:${users.mailUser}:${users.mailGroup}::${home}::\n`;
}

function welcomeTo(mailbox: string): string {
  return `${[
    'From: Email Firewall <welcome@demo.test>',
    `To: ${mailbox}`,
    'Subject: You are in',
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `You can read ${mailbox}: its rules let you in, and the password was right.`,
  ].join('\n')}\n`;
}
