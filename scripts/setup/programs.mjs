import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// An ordinary user's PATH leaves out the folders where distributions put Dovecot.
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** Finds a program by the first of these names that is one. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...systemFolders];
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a file can be run. */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
