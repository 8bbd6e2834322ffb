import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile, replaceFile } from '../files/durable-files.ts';
import { markerNameOf } from './file-names.ts';

/** Marks on disk, one empty file each, of the mailboxes that must stay closed while the decision service is away. */
export type Markers = {
  /** Marks a mailbox, or removes its mark, under each of its names. Durable when the promise is kept. */
  set(names: readonly string[], isMarked: boolean): Promise<void>;
  /** Removes every mark whose name is not among these. */
  keepOnly(names: ReadonlySet<string>): Promise<void>;
};

// Dovecot's hook looks for a marker by its name and never lists: nobody else learns which mailboxes are protected.
const folderMode = 0o710;
const markerMode = 0o640;

/** @param folder created where it is missing; read by the hook, so its path is part of Dovecot's settings */
export async function openMarkers(folder: string): Promise<Markers> {
  await mkdir(folder, { recursive: true, mode: folderMode });
  // What stands there is known, so that a save that changes no mark costs no write.
  const standing = new Set(await readdir(folder));

  async function mark(name: string, isMarked: boolean): Promise<void> {
    if (standing.has(name) === isMarked) return;
    if (isMarked) await replaceFile(join(folder, name), '', markerMode);
    else await removeFile(join(folder, name));
    if (isMarked) standing.add(name);
    else standing.delete(name);
  }

  return {
    async set(names, isMarked) {
      for (const name of names) await mark(markerNameOf(name), isMarked);
    },
    async keepOnly(names) {
      const kept = new Set([...names].map(markerNameOf));
      for (const name of [...standing]) if (!kept.has(name)) await mark(name, false);
    },
  };
}
