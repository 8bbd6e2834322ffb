import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@email-firewall/contract';
import type { Dispatcher } from 'undici';
import { replaceFile } from '../../files/durable-files.ts';
import { readNetworkDatabase } from '../databases/network-database.ts';
import { type NetworkList, networkListSchema } from '../kinds/network-list.ts';
import { checkDatabase, type KnownAddresses } from './check-database.ts';
import { checkList } from './check-list.ts';
import { download, limitsOf, type Version } from './download.ts';
import { mergeRanges } from './merge-ranges.ts';
import { parseList } from './parse-list.ts';
import type { DatabaseSource, ListSource, Source } from './source.ts';
import { unpack } from './unpack.ts';

const mode = 0o644;

/** By how much a file may grow or shrink from one time to the next. */
const maxChange = 0.3;

export type SourceOptions = {
  folder: string;
  dispatcher: Dispatcher;
  known: Version;
  knownAddresses: KnownAddresses;
  acceptSize: boolean;
  now: Date;
  onProgress: (received: number, total: number | undefined) => void;
};

/** Where what a source offers is kept. */
export function fileOf(source: Source, folder: string): string {
  return join(folder, `${source.id}.${source.format === 'mmdb' ? 'mmdb' : 'json'}`);
}

/**
 * Brings one source up to date: fetched, checked, and put in place of what is there, which is kept beside it.
 *
 * @returns the new version, or undefined where there is no newer one
 * @throws a sentence; then nothing was changed
 */
export async function updateSource(source: Source, options: SourceOptions): Promise<Version | undefined> {
  const path = fileOf(source, options.folder);
  const known = (await exists(path)) ? options.known : {};
  const result = await download(source, { ...options, known });
  if (result.kind === 'unchanged') return undefined;
  const content =
    source.format === 'mmdb'
      ? await checkedDatabase(source, result.bytes, path, options)
      : await checkedList(source, result.bytes, path, result.version, options);
  if (await exists(path)) await copyFile(path, `${path}.previous`);
  await replaceFile(path, content, mode);
  return result.version;
}

async function checkedDatabase(
  source: DatabaseSource,
  fetched: Buffer,
  path: string,
  { knownAddresses, acceptSize }: SourceOptions,
): Promise<Buffer> {
  const bytes = await unpack(fetched, limitsOf(source).maxBytes);
  const database = readNetworkDatabase(bytes, 'What came');
  checkDatabase(database, source.gives, knownAddresses);
  const before = await readFile(path).catch(() => undefined);
  if (!before) return bytes;
  if (!acceptSize) checkSize(bytes.length, before.length, 'bytes');
  const builtBefore = builtAtOf(before);
  if (builtBefore && database.builtAt < builtBefore) {
    throw new Error(`It is of ${day(database.builtAt)}, and what is there of ${day(builtBefore)}.`);
  }
  return bytes;
}

function builtAtOf(bytes: Buffer): Date | undefined {
  try {
    return readNetworkDatabase(bytes, 'What is there').builtAt;
  } catch {
    // Whatever it is, what came is better.
    return undefined;
  }
}

async function checkedList(
  source: ListSource,
  bytes: Buffer,
  path: string,
  { lastModified }: Version,
  { acceptSize, now }: SourceOptions,
): Promise<string> {
  const parsed = parseList(bytes.toString('utf8'), source.format);
  checkList(parsed, source.network);
  const { id, name, url, licence, network } = source;
  const published = new Date(lastModified ?? now);
  const list: NetworkList = {
    id,
    name,
    url,
    ...(licence && { licence }),
    network,
    date: (Number.isNaN(published.getTime()) ? now : published).toISOString(),
    ranges: mergeRanges(parsed.ranges),
    asns: [...new Set(parsed.asns)].toSorted((a, b) => a - b),
  };
  const before = await readList(path);
  if (before && !acceptSize) checkSize(countOf(list), countOf(before), 'entries');
  return JSON.stringify(list);
}

async function readList(path: string): Promise<NetworkList | undefined> {
  try {
    const result = parse(networkListSchema, JSON.parse(await readFile(path, 'utf8')));
    return result.ok ? result.value : undefined;
  } catch {
    return undefined;
  }
}

const countOf = ({ ranges, asns }: NetworkList) => ranges.length + asns.length;

function checkSize(size: number, before: number, unit: string): void {
  if (Math.abs(size - before) <= before * maxChange) return;
  throw new Error(
    `It has ${size} ${unit}, and what is there ${before}: a change of more than 30 %. If that is right, run update-data --accept-size.`,
  );
}

const day = (date: Date) => date.toISOString().slice(0, 10);

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
