import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeUnfinished } from '../../files/durable-files.ts';
import { openNetworkDatabase } from '../databases/network-database.ts';
import { embeddedCountryDatabase } from '../embedded/embedded-data.ts';
import { collectOperators } from '../providers/collect-operators.ts';
import { writeProviderFile } from '../providers/provider-file.ts';
import { type KnownAddresses, knownAddresses } from './check-database.ts';
import { createDispatcher } from './download.ts';
import type { Source } from './source.ts';
import { fileOf, updateSource } from './update-source.ts';
import { readUpdateState, type SourceState, writeUpdateState } from './update-state.ts';

/** What became of one source. A fault is a sentence; nothing was changed then. */
export type SourceOutcome =
  | { source: Source; kind: 'updated' | 'unchanged' }
  | { source: Source; kind: 'failed'; fault: string };

type Options = {
  /** Where the service looks for newer data. Made if it is not there. */
  folder: string;
  sources: readonly Source[];
  proxy?: string | undefined;
  now: () => Date;
  /** Takes files that have grown or shrunk by more than 30 %. */
  acceptSize?: boolean | undefined;
  /** Addresses that every database must know, where a test brings its own. */
  known?: KnownAddresses | undefined;
  onProgress?: (source: Source, received: number, total: number | undefined) => void;
  onOutcome?: (outcome: SourceOutcome) => void;
};

/**
 * Brings the network data up to date, one source after another. Each stands for itself: what cannot be fetched, or fails
 * its checks, leaves in force what was there.
 *
 * @throws where the folder cannot be made or written to
 */
export async function updateData(options: Options): Promise<SourceOutcome[]> {
  const { folder, sources, now, acceptSize = false, known = knownAddresses } = options;
  await mkdir(folder, { recursive: true });
  await removeUnfinished(folder);
  const { sources: states } = await readUpdateState(folder);
  const dispatcher = createDispatcher(options.proxy);
  const outcomes: SourceOutcome[] = [];
  for (const source of sources) {
    const before = states[source.id]?.url === source.url ? states[source.id] : undefined;
    const outcome = await attempt(source, async () =>
      updateSource(source, {
        folder,
        dispatcher,
        known: { etag: before?.etag, lastModified: before?.lastModified },
        knownAddresses: known,
        acceptSize,
        now: now(),
        onProgress: (received, total) => options.onProgress?.(source, received, total),
      }),
    );
    states[source.id] = stateAfter(source, before, outcome, now().toISOString());
    await writeUpdateState(folder, { sources: states });
    outcomes.push(outcome.outcome);
    options.onOutcome?.(outcome.outcome);
  }
  await dispatcher.close();
  await updateProviders(folder, outcomes);
  return outcomes;
}

type Attempt = {
  outcome: SourceOutcome;
  version?: { etag?: string | undefined; lastModified?: string | undefined };
};

async function attempt(source: Source, update: () => ReturnType<typeof updateSource>): Promise<Attempt> {
  try {
    const version = await update();
    return version
      ? { outcome: { source, kind: 'updated' }, version }
      : { outcome: { source, kind: 'unchanged' } };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { outcome: { source, kind: 'failed', fault } };
  }
}

function stateAfter(
  { url }: Source,
  before: SourceState | undefined,
  { outcome, version }: Attempt,
  checkedAt: string,
): SourceState {
  const { etag, lastModified } = version ?? before ?? {};
  const updatedAt = outcome.kind === 'updated' ? checkedAt : before?.updatedAt;
  return {
    url,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    checkedAt,
    ...(updatedAt && { updatedAt }),
    ...(outcome.kind === 'failed' && { fault: outcome.fault }),
  };
}

/** Makes the list of operators that the page searches, where the database of operators is a new one. */
async function updateProviders(folder: string, outcomes: readonly SourceOutcome[]): Promise<void> {
  const of = (fact: string) =>
    outcomes.find(({ source }) => source.format === 'mmdb' && source.gives === fact);
  const operators = of('operator');
  if (operators?.kind !== 'updated') return;
  const countries = of('country');
  const countryFile = countries && fileOf(countries.source, folder);
  const hasCountries = countryFile && (await stat(countryFile).catch(() => undefined));
  const countryDatabase = await openNetworkDatabase(hasCountries ? countryFile : embeddedCountryDatabase);
  const database = await openNetworkDatabase(fileOf(operators.source, folder));
  const entries = collectOperators(database, (address) => countryDatabase.lookUp(address).country);
  await writeProviderFile(join(folder, 'providers.tsv'), entries);
}
