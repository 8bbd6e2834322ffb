import {
  type AddressRange,
  type NetworkKind,
  parseAddress,
  parseAddressRange,
} from '@email-firewall/contract';
import { createRangeSet } from '../../policy/index.ts';
import { firstOf, lastOf, mergeRanges, sizeOf } from './merge-ranges.ts';
import type { ParsedList } from './parse-list.ts';

/** The widest block that a list may name. 0.0.0.0/0 in a list would lock everybody out. */
const widest = { 4: 1n << 24n, 6: 1n << 109n };

/** Networks that are no part of the public Internet (RFC 6890 and its registries); of IPv6 all but 2000::/3, and 2001:db8::/32. */
const reserved = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 ' +
  '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/3 4000::/2 8000::/1 2001:db8::/32'
)
  .split(' ')
  .flatMap((text) => parseAddressRange(text)?.range ?? []);

/** People's own connections, which no list of servers, VPNs or Tor exits may hold: France, Germany, the USA, Great Britain. */
const homes = [
  '90.12.34.56',
  '82.64.0.7',
  '194.25.0.129',
  '87.128.0.1',
  '73.0.0.1',
  '81.128.0.1',
  '2a01:cb08::1',
]
  .map((text) => parseAddress(text))
  .filter((address) => address !== undefined);
const homeAsns = [3215, 12322, 3320, 7922, 2856, 701, 7018, 3269, 3352, 1221];
const kindsWithoutHomes: readonly NetworkKind[] = ['hosting', 'vpn', 'tor'];

/** Not for use on the Internet: AS 0, AS_TRANS, and what RFC 6996 and RFC 5398 set aside. */
function isReservedAsn(asn: number): boolean {
  return asn === 0 || asn === 23456 || (asn >= 64496 && asn <= 131071) || asn >= 4_200_000_000;
}

/**
 * Refuses a list that would do harm.
 *
 * @throws a sentence that says which entry, and why
 */
export function checkList({ ranges, asns }: ParsedList, network: NetworkKind): void {
  if (ranges.length + asns.length === 0) throw new Error('The list is empty.');
  for (const range of ranges) {
    if (sizeOf(range) > widest[range.version]) throw new Error(`${spell(range)} is too wide to be believed.`);
  }
  const isReserved = createRangeSet(reserved);
  const found = ranges.find((range) => isReserved(firstOf(range)) || isReserved(lastOf(range)));
  if (found) throw new Error(`${spell(found)} is not part of the public Internet.`);
  const badAsn = asns.find(isReservedAsn);
  if (badAsn !== undefined) throw new Error(`AS${badAsn} is not an AS number of the public Internet.`);
  if (kindsWithoutHomes.includes(network)) checkHomes({ ranges, asns });
}

function checkHomes({ ranges, asns }: ParsedList): void {
  const asn = asns.find((one) => homeAsns.includes(one));
  if (asn !== undefined) throw new Error(`AS${asn} is a provider of home connections.`);
  const isListed = createRangeSet(ranges);
  if (homes.some(isListed)) throw new Error('The list holds addresses of home connections.');
}

function spell(range: AddressRange): string {
  const [text = ''] = mergeRanges([range]);
  return text;
}
