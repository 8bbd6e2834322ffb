import { type Address, type NetworkKind, parseAddressRange } from '@email-firewall/contract';
import { createRangeSet } from '../../policy/index.ts';

/**
 * Which kind counts where sources overlap: the first. A relay's addresses stand on lists of VPNs, a mail cloud's and
 * most VPNs' and Tor exits' in data centres.
 */
export const kindOrder = [
  'tor',
  'relay',
  'mail-cloud',
  'vpn',
  'hosting',
] as const satisfies readonly NetworkKind[];

/** Networks said to be of one kind. */
export type KindEntry = { network: NetworkKind; ranges?: readonly string[]; asns?: readonly number[] };

/** Tells what kind of network an address lies in, if any is known. */
export type KindTable = (address: Address, asn: number | undefined) => NetworkKind | undefined;

type Kind = { network: NetworkKind; isInRange: (address: Address) => boolean; asns: ReadonlySet<number> };

/**
 * @param entries ranges in spellings that `parseAddressRange` reads, and AS numbers
 * @throws where a range is none
 */
export function createKindTable(entries: readonly KindEntry[]): KindTable {
  const kinds = kindOrder.map((network): Kind => {
    const own = entries.filter((entry) => entry.network === network);
    return {
      network,
      isInRange: createRangeSet(own.flatMap(({ ranges = [] }) => ranges.map(readRange))),
      asns: new Set(own.flatMap(({ asns = [] }) => asns)),
    };
  });
  return (address, asn) =>
    kinds.find(({ isInRange, asns }) => (asn !== undefined && asns.has(asn)) || isInRange(address))?.network;
}

function readRange(text: string) {
  const parsed = parseAddressRange(text);
  if (!parsed) throw new Error(`"${text}" is not a range of addresses`);
  return parsed.range;
}
