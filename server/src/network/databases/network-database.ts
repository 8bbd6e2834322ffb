import { readFile } from 'node:fs/promises';
import type { NetworkFacts } from '@email-firewall/contract';
import { Reader, type Response } from 'maxmind';
import { readCountry, readKind, readOperator } from './record.ts';

/** The facts that a database may know. */
export type FactName = keyof NetworkFacts;

/** A database of networks in MaxMind's format, held in memory. */
export type NetworkDatabase = {
  /** `database_type` of the file's metadata, such as `GeoLite2-Country`. */
  type: string;
  /** What it knows, as its type says. */
  gives: readonly FactName[];
  builtAt: Date;
  /** What it holds of an address in its usual spelling. Never throws: a damaged record counts as unknown. */
  lookUp(address: string): NetworkFacts;
  /** The AS number and name for the block an address lies in, and that block's length in bits. For going through all of it. */
  operatorBlock(address: string): { operator: NetworkFacts['operator']; length: number };
};

/**
 * What a type gives, by the words in it: MaxMind's `GeoLite2-Country`, `GeoIP2-City`, `GeoIP2-Enterprise`, `GeoLite2-ASN`, `GeoIP2-ISP`,
 * `GeoIP2-Anonymous-IP`; DB-IP's `DBIP-Country-Lite`, `DBIP-ASN-Lite (compat=GeoLite2-ASN)`, `DBIP-Location-ISP (compat=Enterprise)`;
 * IPinfo's `ipinfo generic_lite.mmdb`, `ipinfo standard_privacy.mmdb`.
 */
const words = {
  country: /country|city|location|enterprise|ipinfo.*lite/i,
  operator: /asn|isp|enterprise|ipinfo.*lite/i,
  network: /anonymous|privacy/i,
} as const satisfies Record<FactName, RegExp>;

const factNames = ['country', 'operator', 'network'] as const satisfies readonly FactName[];

/**
 * Opens a database, whatever its file is called: what it knows is told by its metadata.
 *
 * @param path the `.mmdb` file
 * @throws a sentence where the file cannot be read, is no such database or one that holds nothing of use here
 */
export async function openNetworkDatabase(path: string): Promise<NetworkDatabase> {
  return readNetworkDatabase(await readFile(path), path);
}

/**
 * Reads a database from memory.
 *
 * @param name how the sentences of the errors call it
 * @throws as `openNetworkDatabase` does
 */
export function readNetworkDatabase(bytes: Buffer, name: string): NetworkDatabase {
  const reader = readerOf(bytes, name);
  const { databaseType: type, buildEpoch: builtAt } = reader.metadata;
  const gives = factNames.filter((name) => words[name].test(type));
  if (gives.length === 0) {
    throw new Error(
      `${name} is a database of type "${type}". Give one of countries, cities, AS numbers, providers or anonymous addresses.`,
    );
  }
  function read(address: string): unknown {
    try {
      return reader.get(address);
    } catch {
      return undefined;
    }
  }
  return {
    type,
    gives,
    builtAt,
    lookUp(address) {
      const record = read(address);
      const country = gives.includes('country') ? readCountry(record) : undefined;
      const operator = gives.includes('operator') ? readOperator(record) : undefined;
      const network = gives.includes('network') ? readKind(record) : undefined;
      return { ...(country && { country }), ...(operator && { operator }), ...(network && { network }) };
    },
    operatorBlock(address) {
      const [record, length] = reader.getWithPrefixLength(address);
      return { operator: readOperator(record), length };
    },
  };
}

function readerOf(bytes: Buffer, name: string): Reader<Response> {
  try {
    return new Reader<Response>(bytes);
  } catch (cause) {
    throw new Error(`${name} is not a database in MaxMind's format (${describe(cause)}).`, { cause });
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
