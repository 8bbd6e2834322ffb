import { encodeMap, encodeMetadata, KeyTable, type MmdbRecord } from './mmdb-encoding.ts';
import { MmdbTree } from './mmdb-tree.ts';

export type { MmdbRecord };

/** One block of addresses. `bits` holds the block's first address as a 128-bit number, IPv4 as ::a.b.c.d. */
export type Block = {
  bits: bigint;
  /** From 0 to 128; of an IPv4 block, 96 more than people write. */
  length: number;
  record: MmdbRecord;
};

type Options = {
  /** `database_type` of the metadata, by which readers tell what the records hold. */
  type: string;
  description: string;
  builtAt: Date;
  blocks: Iterable<Block>;
};

const separator = Buffer.alloc(16);
const metadataMarker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/**
 * Writes a database in MaxMind's format (MaxMind DB File Format Specification 2.0), for IPv4 and IPv6. Where blocks overlap, the
 * narrower counts; of two equal ones the later.
 *
 * @returns what belongs into the file
 */
export function writeMmdb({ type, description, builtAt, blocks }: Options): Buffer {
  const tree = new MmdbTree();
  const keys = new KeyTable();
  const offsets: number[] = [];
  const numbers = new Map<MmdbRecord, number>();
  const sections: Buffer[] = [];
  let dataSize = 0;

  const records = [...blocks].toSorted((a, b) => a.length - b.length);
  for (const record of new Set(records.map(({ record }) => record))) keys.addAll(record);
  sections.push(keys.encoded());
  dataSize += keys.encoded().length;
  for (const { bits, length, record } of records) {
    let number = numbers.get(record);
    if (number === undefined) {
      number = offsets.length;
      numbers.set(record, number);
      const encoded = encodeMap(record, keys);
      offsets.push(dataSize);
      sections.push(encoded);
      dataSize += encoded.length;
    }
    tree.insert(bits, length, number);
  }
  const { bytes, recordSize } = tree.encode(offsets, dataSize);
  const metadata = encodeMetadata({ type, description, builtAt, nodeCount: tree.nodeCount, recordSize });
  return Buffer.concat([bytes, separator, ...sections, metadataMarker, metadata]);
}
