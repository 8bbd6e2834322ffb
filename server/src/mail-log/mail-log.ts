import type { Log } from '../log.ts';
import { createLogFollower, type Place } from './log-follower.ts';
import { type LoginLine, parseLoginLine } from './login-line.ts';

/** How often the log is looked at, in milliseconds: a person who waits sees what became of a login within two seconds. */
const lookInterval = 300;

const notYet = 'It has not been read yet.';

/** Dovecot's log, followed. */
export type MailLog = {
  /** Whether the log could be read at the last look; `fault` says why not. */
  state(): { isReadable: true } | { isReadable: false; fault: string };
  /** Where reading stands, to go on there after a restart; undefined while nothing could be read. */
  place(): Place | undefined;
  /** Stops, once the stretch that is being read has been handed out. */
  stop(): Promise<void>;
};

type Options = {
  path: string;
  /** Is given each login, in the order of the log. */
  onLogin: (login: LoginLine) => void;
  log: Log;
  now: () => Date;
  /** Where reading goes on; left out, at the end of what is there. */
  from?: Place | undefined;
};

/**
 * Follows Dovecot's log and tells of its logins within two seconds. While there is no log, or it may not be read, it
 * goes on trying, and says so once. What can be lost is said at `createLogFollower`.
 */
export function openMailLog({ path, onLogin, log, now, from }: Options): MailLog {
  const follower = createLogFollower({ path, from, onLine });
  let fault: string | undefined = notYet;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = look();

  function onLine(line: string): void {
    const login = parseLoginLine(line, now().getTime());
    if (!login) return;
    try {
      onLogin(login);
    } catch (error) {
      log('error', 'A login told by the mail log could not be taken in.', { fault: String(error) });
    }
  }

  async function look(): Promise<void> {
    try {
      while ((await follower.look()) && !isStopped);
      report(undefined);
    } catch (error) {
      report(String(error));
    }
    if (isStopped) return;
    // No watcher: inotify does not tell of a file system on another machine, nor of one mounted later.
    timer = setTimeout(() => {
      looking = look();
    }, lookInterval).unref();
  }

  function report(found: string | undefined): void {
    if (found !== undefined && found !== fault) {
      log('warn', 'The mail log cannot be read: what became of logins is not known.', { path, fault: found });
    }
    if (found === undefined && fault !== undefined && fault !== notYet) {
      log('info', 'The mail log can be read again.', { path });
    }
    fault = found;
  }

  return {
    state: () => (fault === undefined ? { isReadable: true } : { isReadable: false, fault }),
    place: () => follower.place(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
      await follower.close();
    },
  };
}
