import { stat } from 'node:fs/promises';
import { idOf, type LogFile, openLogFile } from './log-file.ts';

/** Where reading stopped: a file, and the bytes of it that were read. */
export type Place = { id: string; offset: number };

/** How many looks a renamed log is read on: whoever writes it may learn of the rotation a few seconds late. */
const looksAfterRotation = 10;

export type LogFollower = {
  /**
   * Hands out what has been written since the last look, one bounded stretch of it.
   *
   * @returns whether there may be more right now
   * @throws where the log cannot be found or read now; the next look tries again
   */
  look(): Promise<boolean>;
  /** Where the next unread line begins; undefined while no file is open. */
  place(): Place | undefined;
  close(): Promise<void>;
};

type Options = {
  path: string;
  /** Where reading goes on; left out, at the end of the file that is there at the first look. */
  from: Place | undefined;
  onLine: (line: string) => void;
};

/**
 * Follows a log by name through rotation, like `tail -F`: by renaming (the old file is read on for a while) and by
 * copying and truncating. A file that appears later is read from its start.
 *
 * Each complete line is handed out once, but for these, which are lost: those that are truncated away before they were
 * read, those of a file that came and went between two looks, and, after a restart, those of a file that was rotated
 * meanwhile. A file's number may be given to the next one: if that happens while nothing is open, and the new one is
 * the longer, its beginning is lost too. No line is ever handed out twice.
 */
export function createLogFollower({ path, from, onLine }: Options): LogFollower {
  let current: LogFile | undefined;
  let renamed: { file: LogFile; looksLeft: number } | undefined;
  /** Undefined until the first look has seen what is there. */
  let start = from;

  /** What the name stands for now; undefined where it stands for nothing. */
  async function seen(): Promise<Place | undefined> {
    try {
      const found = await stat(path, { bigint: true });
      return { id: idOf(found), offset: Number(found.size) };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async function readOn(): Promise<boolean> {
    if (renamed) {
      if (await renamed.file.read(onLine)) return true;
      renamed.looksLeft--;
      if (renamed.looksLeft <= 0) await forgetRenamed();
    }
    return current ? current.read(onLine) : false;
  }

  async function forgetRenamed(): Promise<void> {
    const { file } = renamed ?? {};
    renamed = undefined;
    await file?.close();
  }

  return {
    async look() {
      if (await readOn()) return true;
      const there = await seen();
      // Known by now: what is found there later was written later, and is read from its start.
      start ??= there ?? { id: '', offset: 0 };
      if (there?.id === current?.id && current) return false;
      if (!there) {
        if (current) return false; // Between the two steps of a rotation.
        throw new Error(`${path} does not exist`);
      }
      const { id, offset } = start;
      const opened = await openLogFile(path, (openedId) => (openedId === id ? offset : 0));
      start = { id: '', offset: 0 };
      await forgetRenamed();
      if (current) renamed = { file: current, looksLeft: looksAfterRotation };
      current = opened;
      return true;
    },
    place: () => current && { id: current.id, offset: current.offset() },
    async close() {
      await forgetRenamed();
      await current?.close();
      current = undefined;
    },
  };
}
