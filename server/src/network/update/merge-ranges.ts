import { type Address, type AddressRange, formatAddress } from '@email-firewall/contract';
import { addressAt, bitsOf } from '../address-bits.ts';

type Span = { first: bigint; last: bigint };

/**
 * Joins ranges that overlap or touch: a list of 280,000 blocks becomes one that loads in no time.
 *
 * @returns IPv4 before IPv6, in order, as `first-last` or a single address
 */
export function mergeRanges(ranges: readonly AddressRange[]): string[] {
  return ([4, 6] as const).flatMap((version) => {
    const merged: Span[] = [];
    const spans = ranges.filter((range) => range.version === version).map(spanOf);
    for (const span of spans.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
      const before = merged.at(-1);
      if (!before || before.last + 1n < span.first) merged.push(span);
      else if (before.last < span.last) before.last = span.last;
    }
    return merged.map(({ first, last }) => {
      const spelled = spell(first, version);
      return first === last ? spelled : `${spelled}-${spell(last, version)}`;
    });
  });
}

/** How many addresses a range holds. */
export function sizeOf(range: AddressRange): bigint {
  const { first, last } = spanOf(range);
  return last - first + 1n;
}

function spanOf(range: AddressRange): Span {
  return { first: bitsOf(firstOf(range)), last: bitsOf(lastOf(range)) };
}

/** The first address of a range. */
export function firstOf(range: AddressRange): Address {
  return range.version === 4 ? { version: 4, value: range.first } : { version: 6, value: range.first };
}

/** The last address of a range. */
export function lastOf(range: AddressRange): Address {
  return range.version === 4 ? { version: 4, value: range.last } : { version: 6, value: range.last };
}

const spell = (bits: bigint, version: Address['version']) => formatAddress(addressAt(bits, version));
