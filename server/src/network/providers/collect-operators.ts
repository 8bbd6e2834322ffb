import { formatAddress } from '@email-firewall/contract';
import { addressAt } from '../address-bits.ts';
import type { OperatorEntry } from '../catalogue/index.ts';
import type { NetworkDatabase } from '../databases/network-database.ts';

type Tally = { name: string; addresses: number; countries: Map<string, number> };

/** Global unicast addresses (RFC 4291 §2.4), first and last: the only IPv6 that anybody announces. */
const globalUnicast = { first: 0x2000n << 112n, last: (0x4000n << 112n) - 1n };

/** Beside IPv4 addresses a block of IPv6 counts so little that it decides only where there is nothing else. */
const weightOfV6 = 1e-6;

/**
 * Goes through a whole database of AS numbers. An operator's country is the one that most of its addresses are in.
 *
 * @param countryOf asked once for each block
 */
export function collectOperators(
  database: NetworkDatabase,
  countryOf: (address: string) => string | undefined,
): OperatorEntry[] {
  const tallies = new Map<number, Tally>();
  function count(address: string, addresses: number, weight: number): number {
    const { operator, length } = database.operatorBlock(address);
    if (operator) {
      const tally = tallies.get(operator.asn) ?? { name: operator.name, addresses: 0, countries: new Map() };
      tallies.set(operator.asn, tally);
      tally.addresses += addresses * 2 ** -length;
      const country = countryOf(address);
      if (country) tally.countries.set(country, (tally.countries.get(country) ?? 0) + weight * 2 ** -length);
    }
    return length;
  }

  const all = 2 ** 32;
  for (let value = 0; value < all; ) {
    value += 2 ** (32 - count(formatAddress({ version: 4, value }), all, all));
  }
  for (let bits = globalUnicast.first; bits <= globalUnicast.last; ) {
    bits += 1n << BigInt(128 - count(formatAddress(addressAt(bits, 6)), 0, weightOfV6));
  }
  return [...tallies].map(([asn, { name, addresses, countries }]) => {
    const [largest] = [...countries].toSorted(([, a], [, b]) => b - a);
    return { asn, name, addresses, ...(largest && { country: largest[0] }) };
  });
}
