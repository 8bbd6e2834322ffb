import { type Address, type AddressRange, formatAddress, type Words } from '@email-firewall/contract';

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
  return range.version === 4
    ? { first: BigInt(range.first), last: BigInt(range.last) }
    : { first: joined(range.first), last: joined(range.last) };
}

function joined(words: Words): bigint {
  return words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
}

function spell(bits: bigint, version: Address['version']): string {
  if (version === 4) return formatAddress({ version, value: Number(bits) });
  const word = (shift: bigint) => Number((bits >> shift) & 0xffffffffn);
  return formatAddress({ version, value: [word(96n), word(64n), word(32n), word(0n)] });
}
