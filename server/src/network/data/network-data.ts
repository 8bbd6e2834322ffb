import { readFile } from 'node:fs/promises';
import { type DataSource, networkKinds, parse } from '@email-firewall/contract';
import * as z from 'zod/mini';
import type { Log } from '../../log.ts';
import { embeddedCountryDatabase, embeddedOperatorDatabase } from '../embedded/embedded-data.ts';
import type { FactsSource } from '../facts-source.ts';
import { compose, type EmbeddedNetworks } from './composition.ts';
import { type DataFile, followDataFiles } from './data-files.ts';

/** Network facts from memory; what stands behind them follows its files. */
export type NetworkData = FactsSource & {
  /** Every source of facts, its date and licence. */
  sources(): DataSource[];
  /** Files that are there and cannot be used: where, and why. */
  faults(): { path: string; fault: string }[];
  close(): void;
};

/** Where the data lie beside what is embedded. */
export type DataFolders = {
  /** The updater's folder. */
  folder?: string | undefined;
  /** Databases of the administrator's own, which count in place of all others. */
  databases?: string | undefined;
};

type Options = DataFolders & { log: Log; now: () => Date };

/** How often the folders are looked at, in milliseconds. */
const lookInterval = 1000;

const embeddedNetworksFile = new URL('../kinds/networks.json', import.meta.url);

const sourced = { name: z.string(), network: z.enum(networkKinds), source: z.string() };
const embeddedNetworksSchema = z.strictObject({
  date: z.string(),
  operators: z.array(z.strictObject({ ...sourced, asns: z.array(z.number()) })),
  ranges: z.array(z.strictObject({ ...sourced, ranges: z.array(z.string()) })),
});

/**
 * Opens what is known of the world's networks, and follows its files: one that changes counts within two seconds.
 *
 * @throws where what is installed with the service is missing or damaged
 */
export async function openNetworkData({ folder, databases, log, now }: Options): Promise<NetworkData> {
  const embedded = await readEmbeddedNetworks();
  const files = followDataFiles({
    embedded: [embeddedCountryDatabase, embeddedOperatorDatabase],
    folders: [
      ...(folder === undefined ? [] : [{ path: folder, origin: 'updated' as const }]),
      ...(databases === undefined ? [] : [{ path: databases, origin: 'own' as const }]),
    ],
    log,
  });
  await files.look();
  checkEmbedded(files.files());
  let composition = compose(files.files(), embedded);
  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      if (!(await files.look())) return;
      composition = compose(files.files(), embedded);
      log('info', 'Network data were loaded anew.');
    } finally {
      isLooking = false;
    }
  }
  const timer = setInterval(look, lookInterval).unref();

  return {
    factsFor: (address) => composition.factsFor(address),
    sources: () => composition.sources(now()),
    faults: () => files.files().flatMap(({ path, fault }) => (fault === undefined ? [] : [{ path, fault }])),
    close: () => clearInterval(timer),
  };
}

async function readEmbeddedNetworks(): Promise<EmbeddedNetworks> {
  const result = parse(embeddedNetworksSchema, JSON.parse(await readFile(embeddedNetworksFile, 'utf8')));
  if (!result.ok) throw new Error(`networks.json: ${result.faults.map(({ message }) => message).join(' ')}`);
  const { date, operators, ranges } = result.value;
  return { date, entries: [...operators, ...ranges] };
}

function checkEmbedded(files: readonly DataFile[]): void {
  for (const path of [embeddedCountryDatabase, embeddedOperatorDatabase]) {
    const file = files.find((one) => one.path === path);
    if (!file?.content)
      throw new Error(file?.fault ?? `${path} is missing. Run: node scripts/setup.mjs packages`);
  }
}
