import { basename } from 'node:path';
import {
  type DataSource,
  type FactName,
  formatAddress,
  type NetworkFacts,
  type NetworkKind,
  parseAddress,
  parseAddressRange,
  staleAfterDays,
} from '@email-firewall/contract';
import { createRangeSet } from '../../policy/index.ts';
import type { NetworkDatabase } from '../databases/network-database.ts';
import { createKindTable, type KindEntry } from '../kinds/kind-table.ts';
import { attributionOf } from './attributions.ts';
import type { DataFile } from './data-files.ts';

/** Lists that are kept by hand and installed with the service. */
export type EmbeddedNetworks = { date: string; entries: readonly KindEntry[] };

/** Network facts as the files at one moment give them. */
export type Composition = {
  factsFor(text: string): NetworkFacts;
  /** Every source, with those that are left aside for another. */
  sources(now: Date): DataSource[];
};

/** What a database of anonymous addresses tells; where one is there, our own lists of these kinds are left aside. */
const kindsOfDatabases: readonly NetworkKind[] = ['tor', 'vpn', 'hosting'];

/**
 * Ends of tunnels: 6to4 (RFC 3056, and its relays, RFC 3068) and Teredo (RFC 4380). Databases name whoever runs a relay; where the person
 * behind it is, nobody knows.
 */
const isTunnel = createRangeSet(
  ['2002::/16', '192.88.99.0/24', '2001::/32'].flatMap((text) => parseAddressRange(text)?.range ?? []),
);

const day = 24 * 60 * 60 * 1000;

type Chosen = Record<FactName, NetworkDatabase | undefined>;

/** For each fact the administrator's own database, or else the newest; our own lists beside them. */
export function compose(files: readonly DataFile[], embedded: EmbeddedNetworks): Composition {
  const databases = files.flatMap(({ content, origin }) =>
    content && 'database' in content ? [{ database: content.database, origin }] : [],
  );
  const lists = files.flatMap(({ content }) => (content && 'list' in content ? [content.list] : []));
  const chosen: Chosen = {
    country: choose(databases, 'country'),
    operator: choose(databases, 'operator'),
    network: choose(databases, 'network'),
  };
  const isReplaced = (network: NetworkKind) =>
    chosen.network !== undefined && kindsOfDatabases.includes(network);
  const kindOf = createKindTable(
    [...embedded.entries, ...lists].filter(({ network }) => !isReplaced(network)),
  );

  function factsFor(text: string): NetworkFacts {
    // The readers answer oddly for mapped addresses, zones and trailing space, so they are given the usual spelling.
    const address = parseAddress(text);
    if (!address || isTunnel(address)) return {};
    const spelled = formatAddress(address);
    const country = chosen.country?.lookUp(spelled).country;
    const operator = chosen.operator?.lookUp(spelled).operator;
    const network = kindOf(address, operator?.asn) ?? chosen.network?.lookUp(spelled).network;
    return { ...(country && { country }), ...(operator && { operator }), ...(network && { network }) };
  }

  function sourceOf({ path, origin, content, fault }: DataFile, now: Date): DataSource[] {
    if (!content) return [];
    const own =
      'database' in content
        ? describeDatabase(content.database, chosen)
        : describeList(content.list, isReplaced);
    const age = now.getTime() - Date.parse(own.date);
    return [
      {
        ...own,
        id: basename(path).replace(/\.(mmdb|json)$/, ''),
        origin,
        isStale: age > staleAfterDays * day,
        hasFault: fault !== undefined,
      },
    ];
  }

  return {
    factsFor,
    sources: (now) => [...files.flatMap((file) => sourceOf(file, now)), embeddedSource(embedded, now)],
  };
}

function choose(
  databases: readonly { database: NetworkDatabase; origin: DataFile['origin'] }[],
  fact: FactName,
): NetworkDatabase | undefined {
  const able = databases.filter(({ database }) => database.gives.includes(fact));
  const own = able.filter(({ origin }) => origin === 'own');
  const [first] = (own.length > 0 ? own : able).toSorted(
    (a, b) => b.database.builtAt.getTime() - a.database.builtAt.getTime(),
  );
  return first?.database;
}

type Described = Omit<DataSource, 'id' | 'origin' | 'isStale' | 'hasFault'>;

function describeDatabase(database: NetworkDatabase, chosen: Chosen): Described {
  const { name = database.type, licence, attribution } = attributionOf(database.type);
  return {
    name,
    gives: [...database.gives],
    date: database.builtAt.toISOString(),
    isInUse: Object.values(chosen).includes(database),
    ...(licence && { licence }),
    ...(attribution && { attribution }),
  };
}

type List = { name: string; date: string; network: NetworkKind; licence?: string | undefined };

function describeList(
  { name, date, network, licence }: List,
  isReplaced: (kind: NetworkKind) => boolean,
): Described {
  return {
    name,
    gives: ['network'],
    networks: [network],
    date,
    isInUse: !isReplaced(network),
    ...(licence && { licence }),
  };
}

function embeddedSource({ date, entries }: EmbeddedNetworks, now: Date): DataSource {
  return {
    id: 'networks',
    name: 'Email Firewall',
    origin: 'embedded',
    gives: ['network'],
    networks: [...new Set(entries.map(({ network }) => network))],
    date: new Date(date).toISOString(),
    isStale: now.getTime() - Date.parse(date) > staleAfterDays * day,
    isInUse: true,
    hasFault: false,
    licence: 'Apache-2.0',
  };
}
