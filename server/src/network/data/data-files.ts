import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataOrigin, parse } from '@email-firewall/contract';
import type { Log } from '../../log.ts';
import { type NetworkDatabase, openNetworkDatabase } from '../databases/network-database.ts';
import { type NetworkList, networkListSchema } from '../kinds/network-list.ts';

/** A file of network facts; `fault` says why its present text is not the one in force. */
export type DataFile = {
  path: string;
  origin: DataOrigin;
  content: { database: NetworkDatabase } | { list: NetworkList } | undefined;
  fault?: string;
};

type Entry = DataFile & { signature: string };

/** Says what the updater remembers; no list. */
const notLists = new Set(['update-state.json']);

export type DataFiles = {
  /** Looks at the folders; true where something has changed. Never throws. */
  look(): Promise<boolean>;
  files(): readonly DataFile[];
};

type Options = {
  /** Databases that are installed with the service. */
  embedded: readonly string[];
  /** Folders and whose they are. One that is missing is empty. */
  folders: readonly { path: string; origin: DataOrigin }[];
  log: Log;
};

/**
 * Follows files of network facts. A version that cannot be used never replaces one that could; a file that goes away
 * takes its facts along.
 */
export function followDataFiles({ embedded, folders, log }: Options): DataFiles {
  let entries = new Map<string, Entry>();

  async function read(path: string, origin: DataOrigin, signature: string): Promise<Entry> {
    const before = entries.get(path);
    if (before?.signature === signature) return before;
    try {
      return { path, origin, signature, content: await readContent(path) };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      if (fault !== before?.fault)
        log('error', 'A file of network data cannot be used.', { file: path, fault });
      return { path, origin, signature, content: before?.content, fault };
    }
  }

  return {
    files: () => [...entries.values()],
    async look() {
      const found = new Map<string, Entry>();
      for (const { path, origin } of await listFiles(embedded, folders)) {
        const signature = await signatureOf(path);
        if (signature !== undefined) found.set(path, await read(path, origin, signature));
      }
      const isChanged =
        found.size !== entries.size || [...found].some(([path, entry]) => entries.get(path) !== entry);
      entries = found;
      return isChanged;
    },
  };
}

async function listFiles(
  embedded: readonly string[],
  folders: Options['folders'],
): Promise<{ path: string; origin: DataOrigin }[]> {
  const lists = await Promise.all(
    folders.map(async ({ path: folder, origin }) => {
      const names = await readdir(folder).catch(() => []);
      return names
        .filter((name) => isDataName(name, origin))
        .toSorted()
        .map((name) => ({ path: join(folder, name), origin }));
    }),
  );
  return [...embedded.map((path) => ({ path, origin: 'embedded' as const })), ...lists.flat()];
}

function isDataName(name: string, origin: DataOrigin): boolean {
  if (name.startsWith('.') || notLists.has(name)) return false;
  return name.endsWith('.mmdb') || (origin === 'updated' && name.endsWith('.json'));
}

/** What tells one version of a file from the next, or undefined where there is none. */
async function signatureOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}

async function readContent(path: string): Promise<DataFile['content']> {
  if (path.endsWith('.mmdb')) return { database: await openNetworkDatabase(path) };
  const result = parse(networkListSchema, JSON.parse(await readFile(path, 'utf8')));
  if (result.ok) return { list: result.value };
  throw new Error(result.faults.map(({ message }) => message).join(' '));
}
