import { type AddressRange, parseAddress, parseAddressRange } from '@email-firewall/contract';
import type { ListSource } from './source.ts';

/** What a list says, in its own order. */
export type ParsedList = { ranges: AddressRange[]; asns: number[] };

/** Some lists have a line or two that are none; more, and it is no such list. */
const maxBadShare = 0.01;

/**
 * Reads a list as its publisher writes it. Empty lines and comments are passed over.
 *
 * @throws a sentence where it is of another form
 */
export function parseList(text: string, format: ListSource['format']): ParsedList {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^\s*<(!doctype|html|\?xml)/i.test(plain)) throw new Error('This is a web page, and no list.');
  if (format === 'json') return { ranges: blocksIn(readJson(plain)), asns: [] };
  const lines = plain
    .split('\n')
    .map((line) => line.replace(/[#;].*$/, '').trim())
    .filter((line) => line !== '');
  const list: ParsedList = { ranges: [], asns: [] };
  const bad = lines.filter((line) => !readers[format](line, list));
  if (bad.length > lines.length * maxBadShare) {
    throw new Error(
      `${bad.length} of ${lines.length} lines make no sense, such as "${bad[0]?.slice(0, 60)}".`,
    );
  }
  return list;
}

/** Each takes what a line says into the list, and tells whether it made sense. */
const readers: Record<Exclude<ListSource['format'], 'json'>, (line: string, list: ParsedList) => boolean> = {
  ranges(line, { ranges }) {
    const [range = ''] = line.split(',');
    return add(ranges, range);
  },
  asns(line, { asns }) {
    const [, digits] = /^(?:AS)?(\d{1,10})(?:[\s,]|$)/i.exec(line) ?? [];
    if (digits === undefined) return false;
    asns.push(Number(digits));
    return true;
  },
  'tor-exits'(line, { ranges }) {
    const [word = '', address] = line.split(' ');
    // In exit-addresses the other lines of a relay say who it is and when it was seen.
    if (['ExitNode', 'Published', 'LastStatus'].includes(word)) return true;
    const text = word === 'ExitAddress' ? (address ?? '') : line;
    return parseAddress(text) !== undefined && add(ranges, text);
  },
};

function add(ranges: AddressRange[], text: string): boolean {
  const parsed = parseAddressRange(text);
  if (parsed) ranges.push(parsed.range);
  return parsed !== undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error('This is no JSON. It may have come through in part.', { cause });
  }
}

/** The cloud companies each have a form of their own; all of them write blocks as texts. */
function blocksIn(value: unknown): AddressRange[] {
  if (typeof value === 'string') {
    const parsed = value.includes('/') ? parseAddressRange(value) : undefined;
    return parsed ? [parsed.range] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(blocksIn) : [];
}
