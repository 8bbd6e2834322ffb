import { access, chmod, constants, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoFailure } from './failure.ts';

/** Where everything lies that must not outlive the demo. */
export type RuntimePaths = ReturnType<typeof pathsIn>;

// Dovecot splits the hook's options at spaces, and expands "%"; a unix socket's path holds 107 bytes (unix(7)).
const suitable = /^[A-Za-z0-9/._-]{1,60}$/;

/**
 * Makes the folder, with a copy of the hook in it: Dovecot runs the hook as a user of its own, which may not be able to
 * reach the project's folder.
 *
 * @param hook the hook's program
 * @param overlong the file that the first block of the Dovecot settings looks into
 */
export async function makeRuntimeFolder(hook: string, overlong: string): Promise<RuntimePaths> {
  const parent = suitable.test(tmpdir()) ? tmpdir() : '/tmp';
  const paths = pathsIn(await mkdtemp(join(parent, 'email-firewall-')));
  try {
    // Dovecot's users go through it to what they know by name; nobody lists it.
    await chmod(paths.folder, 0o711);
    await copyFile(hook, paths.hook);
    await chmod(paths.hook, 0o755);
    await copyFile(overlong, paths.overlong);
    await chmod(paths.overlong, 0o644);
    await access(paths.hook, constants.X_OK).catch(() => {
      throw new DemoFailure(
        `No program may be run in ${parent}. Choose another folder for temporary files: TMPDIR=DIR npm start.`,
      );
    });
  } catch (error) {
    await rm(paths.folder, { recursive: true, force: true });
    throw error;
  }
  return paths;
}

function pathsIn(folder: string) {
  return {
    folder,
    hook: join(folder, 'checkpassword'),
    overlong: join(folder, 'overlong'),
    decisionSocket: join(folder, 'decision.sock'),
    apiSocket: join(folder, 'api.sock'),
    markers: join(folder, 'markers'),
    accounts: join(folder, 'accounts.json'),
    settings: join(folder, 'settings.json'),
    serviceLog: join(folder, 'service.log'),
    users: join(folder, 'users'),
    mail: join(folder, 'mail'),
    dovecotConfig: join(folder, 'dovecot.conf'),
    dovecotFolder: join(folder, 'dovecot'),
    dovecotLog: join(folder, 'dovecot.log'),
  };
}
