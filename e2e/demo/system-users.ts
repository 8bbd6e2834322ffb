import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { DemoFailure } from './failure.ts';

/** As whom Dovecot runs its parts, and whose the mail is. */
export type SystemUsers = {
  isRoot: boolean;
  /** The name of the user who runs the demo. */
  name: string;
  group: string;
  /** Numbers of the user that reads mail. */
  mailUser: number;
  mailGroup: number;
  /** The group that the hook runs in, where it is not the demo's own. */
  hookGroup: number | undefined;
};

/** Dovecot's own user (`default_internal_user`), as which its auth process runs the hook. */
const dovecotUser = 'dovecot';

// Mail is never read as root; this user owns nothing else.
const unprivilegedUser = 'nobody';

export async function findSystemUsers(): Promise<SystemUsers> {
  const { uid, gid, username } = userInfo();
  const group = await id('-gn', String(uid));
  if (uid !== 0) {
    return { isRoot: false, name: username, group, mailUser: uid, mailGroup: gid, hookGroup: undefined };
  }
  return {
    isRoot: true,
    name: username,
    group,
    mailUser: Number(await id('-u', unprivilegedUser)),
    mailGroup: Number(await id('-g', unprivilegedUser)),
    hookGroup: Number(await id('-g', dovecotUser)),
  };
}

async function id(option: string, user: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('id', [option, user]);
    return stdout.trim();
  } catch {
    throw new DemoFailure(`The system has no user "${user}". Is Dovecot installed?`);
  }
}
