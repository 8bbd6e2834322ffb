import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@email-firewall/contract';
import * as z from 'zod/mini';
import { replaceFile } from '../../files/durable-files.ts';

const sourceStateSchema = z.strictObject({
  /** Of which address the version is; another address has another version. */
  url: z.string(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  checkedAt: z.iso.datetime(),
  updatedAt: z.optional(z.iso.datetime()),
  /** Why the last run changed nothing, if it failed. */
  fault: z.optional(z.string()),
});
export type SourceState = z.infer<typeof sourceStateSchema>;

const stateSchema = z.strictObject({ sources: z.record(z.string(), sourceStateSchema) });
export type UpdateState = z.infer<typeof stateSchema>;

const fileOf = (folder: string) => join(folder, 'update-state.json');
const mode = 0o644;

/** What the updater remembers of its sources. One that cannot be read counts as empty: then everything is fetched anew. */
export async function readUpdateState(folder: string): Promise<UpdateState> {
  try {
    const result = parse(stateSchema, JSON.parse(await readFile(fileOf(folder), 'utf8')));
    if (result.ok) return result.value;
  } catch {
    // None was written yet, or what stands there is no JSON.
  }
  return { sources: {} };
}

/** @throws where it cannot be written */
export async function writeUpdateState(folder: string, state: UpdateState): Promise<void> {
  await replaceFile(fileOf(folder), JSON.stringify(state, null, 2), mode);
}

/** The sources that the last run could not bring up to date, and why. */
export async function readUpdateFaults(folder: string): Promise<{ id: string; fault: string }[]> {
  const { sources } = await readUpdateState(folder);
  return Object.entries(sources).flatMap(([id, { fault }]) => (fault === undefined ? [] : [{ id, fault }]));
}
