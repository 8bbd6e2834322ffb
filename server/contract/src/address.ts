import ipaddr from 'ipaddr.js';

/** An IPv6 address as four 32-bit words, most significant first. */
export type Words = readonly [number, number, number, number];

/** An address as numbers: ready to compare, with nothing left to parse. */
export type Address = { version: 4; value: number } | { version: 6; value: Words };

/** First and last address, both included. */
export type AddressRange =
  | { version: 4; first: number; last: number }
  | { version: 6; first: Words; last: Words };

const mappedPrefix = /^0,0,65535$/;

/**
 * Reads one address: dotted quad without leading zeros, or IPv6 (RFC 4291) without a zone.
 * An IPv4-mapped address (`::ffff:a.b.c.d`) is the IPv4 address it carries. Surrounding space is not accepted.
 *
 * @returns the address, or undefined if the text is none
 */
export function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return { version: 4, value: fromBytes(ipaddr.IPv4.parse(text).toByteArray(), 0) };
  }
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  return unmap(wordsOf(ipaddr.IPv6.parse(text).toByteArray()));
}

/** The usual spelling: dotted quad, or RFC 5952 for IPv6. */
export function formatAddress(address: Address): string {
  const words = address.version === 4 ? [address.value] : address.value;
  const bytes = words.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
  const parsed = ipaddr.fromByteArray(bytes);
  return parsed instanceof ipaddr.IPv6 ? parsed.toRFC5952String() : parsed.toString();
}

/**
 * Reads one address, a block (`203.0.113.0/24`) or first-last (`203.0.113.10-203.0.113.20`, spaces around the dash allowed).
 * A block may be written with any of its addresses.
 *
 * @returns the range and its usual spelling, or undefined if the text is no range
 */
export function parseAddressRange(text: string): { range: AddressRange; text: string } | undefined {
  const trimmed = text.trim();
  if (trimmed.includes('/')) return parseBlock(trimmed);
  const dash = trimmed.indexOf('-');
  const first = parseAddress(dash < 0 ? trimmed : trimmed.slice(0, dash).trimEnd());
  const last = dash < 0 ? first : parseAddress(trimmed.slice(dash + 1).trimStart());
  if (!first || !last) return undefined;
  const range = between(first, last);
  if (!range) return undefined;
  const spelled = formatAddress(first);
  return { range, text: dash < 0 ? spelled : `${spelled}-${formatAddress(last)}` };
}

/** Negative, zero or positive, like `a - b`. */
export function compareWords(a: Words, b: Words): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

function parseBlock(text: string): { range: AddressRange; text: string } | undefined {
  const slash = text.indexOf('/');
  const base = parseAddress(text.slice(0, slash));
  const prefixText = text.slice(slash + 1);
  if (!base || !/^(0|[1-9]\d{0,2})$/.test(prefixText)) return undefined;
  // A block written in the mapped form counts its bits from the IPv6 end.
  const isMapped = base.version === 4 && text.includes(':');
  const prefix = Number(prefixText) - (isMapped ? 96 : 0);
  if (prefix < 0 || prefix > (base.version === 4 ? 32 : 128)) return undefined;
  if (base.version === 4) {
    const mask = maskOf(prefix);
    const first = (base.value & mask) >>> 0;
    const range: AddressRange = { version: 4, first, last: (first | ~mask) >>> 0 };
    return { range, text: `${formatAddress({ version: 4, value: first })}/${prefix}` };
  }
  const masks = [0, 32, 64, 96].map((start) => maskOf(prefix - start));
  const first = mapWords(base.value, (word, i) => word & (masks[i] ?? 0));
  const last = mapWords(first, (word, i) => word | ~(masks[i] ?? 0));
  return {
    range: { version: 6, first, last },
    text: `${formatAddress({ version: 6, value: first })}/${prefix}`,
  };
}

function between(first: Address, last: Address): AddressRange | undefined {
  if (first.version === 4 && last.version === 4) {
    return first.value <= last.value ? { version: 4, first: first.value, last: last.value } : undefined;
  }
  if (first.version === 6 && last.version === 6) {
    return compareWords(first.value, last.value) <= 0
      ? { version: 6, first: first.value, last: last.value }
      : undefined;
  }
  return undefined;
}

/** The mask of one word: its `bits` leading bits, where `bits` may lie outside 0..32. */
function maskOf(bits: number): number {
  if (bits <= 0) return 0;
  return bits >= 32 ? 0xffffffff : (0xffffffff << (32 - bits)) >>> 0;
}

function mapWords(words: Words, change: (word: number, index: number) => number): Words {
  return [
    change(words[0], 0) >>> 0,
    change(words[1], 1) >>> 0,
    change(words[2], 2) >>> 0,
    change(words[3], 3) >>> 0,
  ];
}

function unmap(words: Words): Address {
  return mappedPrefix.test(words.slice(0, 3).join())
    ? { version: 4, value: words[3] }
    : { version: 6, value: words };
}

function wordsOf(bytes: readonly number[]): Words {
  return [fromBytes(bytes, 0), fromBytes(bytes, 4), fromBytes(bytes, 8), fromBytes(bytes, 12)];
}

function fromBytes(bytes: readonly number[], start: number): number {
  return bytes.slice(start, start + 4).reduce((value, byte) => (value << 8) | byte, 0) >>> 0;
}
