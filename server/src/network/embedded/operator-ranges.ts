import type { Block, MmdbRecord } from '../databases/mmdb-writer.ts';

/** A stretch of addresses that one operator announces. Addresses are 128-bit numbers, IPv4 as ::a.b.c.d. */
export type OperatorRange = { first: bigint; last: bigint; asn: number; name: string };

/** Bits before an IPv4 address in the tree of a database. */
const beforeIpv4 = 96;

/**
 * Reads ranges as `@ip-location-db/asn` publishes them: first,last,number,name with addresses as whole numbers, and names in
 * quotes where they hold a comma or a quote (RFC 4180).
 *
 * @throws where a line is of another form
 */
export function readOperatorRanges(csv: string): OperatorRange[] {
  return csv.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const [, first, last, asn, name] = /^(\d+),(\d+),(\d+),(.*?)\r?$/.exec(line) ?? [];
    if (first === undefined || last === undefined || name === undefined) {
      throw new Error(`Line ${index + 1} is not a range of an operator: ${line}`);
    }
    return [{ first: BigInt(first), last: BigInt(last), asn: Number(asn), name: unquote(name) }];
  });
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** The blocks of a database that hold exactly these ranges, in the words that MaxMind's AS databases use. */
export function* blocksOf(ranges: Iterable<OperatorRange>, version: 4 | 6): Generator<Block> {
  const records = new Map<string, MmdbRecord>();
  for (const { first, last, asn, name } of ranges) {
    const key = `${asn} ${name}`;
    const record = records.get(key) ?? {
      autonomous_system_number: asn,
      autonomous_system_organization: name,
    };
    records.set(key, record);
    for (const { bits, size } of splitIntoBlocks(first, last)) {
      yield { bits, length: (version === 4 ? beforeIpv4 + 32 : 128) - size, record };
    }
  }
}

/** The fewest blocks that make up a range: again and again the largest that begins there and ends inside. */
function* splitIntoBlocks(first: bigint, last: bigint): Generator<{ bits: bigint; size: number }> {
  for (let bits = first; bits <= last; ) {
    let size = 0;
    while (size < 128 && !(bits & (1n << BigInt(size))) && bits + (1n << BigInt(size + 1)) - 1n <= last)
      size++;
    yield { bits, size };
    bits += 1n << BigInt(size);
  }
}
