import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** The most that is read at once, in bytes: some 2 ms of work, between which logins are decided. A longer line is passed over. */
export const maxStep = 64 * 1024;

/** How many bytes before the place are compared to notice that another text stands there, in bytes. */
const memory = 128;

const lineEnd = 10;

/** A log, held open: it can be read to its end even after it was renamed or removed. */
export type LogFile = {
  /** Tells it from other files, as long as it is open. */
  id: string;
  /** Where the first line that was not handed out begins, in bytes. */
  offset(): number;
  /**
   * Hands out the complete lines of the next stretch. A line without an end waits.
   *
   * @returns whether there may be more right now
   * @throws where the disk fails
   */
  read(onLine: (line: string) => void): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Opens a log at a place: a number of bytes from its start. Where that is the middle of a line, the line is passed over;
 * where the file is shorter, it is read from its start.
 *
 * @throws where there is none, it may not be read, or it is no regular file
 */
export async function openLogFile(path: string, placeOf: (id: string) => number): Promise<LogFile> {
  // Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat({ bigint: true });
    if (!stat.isFile()) throw new Error(`${path} is not a regular file`);
    const id = idOf(stat);
    const place = placeOf(id);
    return await readerOf(handle, id, place <= stat.size ? place : 0);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** What `stat` says of a file, as one word. */
export function idOf({ dev, ino }: { dev: bigint; ino: bigint }): string {
  return `${dev}:${ino}`;
}

async function readerOf(handle: FileHandle, id: string, start: number): Promise<LogFile> {
  const buffer = Buffer.alloc(memory + maxStep);
  let offset = start;
  let known = await bytesBefore(handle, start);
  let isInsideLine = known.length > 0 && known.at(-1) !== lineEnd;

  /** Hands out the lines of what follows the place, and moves the place behind the last. */
  function take(filled: Buffer, isFull: boolean, onLine: (line: string) => void): void {
    let from = known.length;
    for (let end = filled.indexOf(lineEnd, from); end >= 0; end = filled.indexOf(lineEnd, from)) {
      if (!isInsideLine) onLine(filled.toString('utf8', from, end));
      isInsideLine = false;
      from = end + 1;
    }
    if (isFull && from === known.length) {
      from = filled.length;
      isInsideLine = true;
    }
    offset += from - known.length;
    known = Buffer.from(filled.subarray(Math.max(0, from - memory), from));
  }

  return {
    id,
    offset: () => offset,
    async read(onLine) {
      const room = known.length + maxStep;
      const { bytesRead } = await handle.read(buffer, 0, room, offset - known.length);
      const filled = buffer.subarray(0, bytesRead);
      if (!filled.subarray(0, known.length).equals(known)) {
        // Truncated: it is shorter now, or was, and something else has been written since.
        offset = 0;
        known = Buffer.alloc(0);
        isInsideLine = false;
        return true;
      }
      take(filled, bytesRead === room, onLine);
      return bytesRead === room;
    },
    close: () => handle.close(),
  };
}

async function bytesBefore(handle: FileHandle, offset: number): Promise<Buffer> {
  const length = Math.min(memory, offset);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset - length);
  return buffer.subarray(0, bytesRead);
}
