/** A record of a database. Numbers are whole, from 0 to 2^32 - 1. */
export type MmdbRecord = { readonly [field: string]: string | number | boolean | MmdbRecord };

/** Types of the data section, as the specification numbers them. Those from 8 up are "extended". */
const types = {
  pointer: 1,
  string: 2,
  uint16: 5,
  uint32: 6,
  map: 7,
  uint64: 9,
  array: 11,
  boolean: 14,
} as const;

/** Sizes from here on are told in further bytes. */
const sizeInOneByte = 29;
const sizeInTwoBytes = 285;
const sizeInThreeBytes = 65_821;

/** The largest place that the shortest kind of pointer can tell. */
const shortPointers = 2 ** 11;

/** The names of the fields, written once at the start of the data section; the records point to them. */
export class KeyTable {
  readonly #places = new Map<string, number>();
  #bytes = Buffer.alloc(0);

  /** Takes in every field of a record, and of the records in it. */
  addAll(record: MmdbRecord): void {
    for (const [name, value] of Object.entries(record)) {
      if (!this.#places.has(name)) this.#add(name);
      if (typeof value === 'object') this.addAll(value);
    }
  }

  #add(name: string): void {
    if (this.#bytes.length >= shortPointers) throw new Error('The records have too many different fields.');
    this.#places.set(name, this.#bytes.length);
    this.#bytes = Buffer.concat([this.#bytes, encodeString(name)]);
  }

  encoded(): Buffer {
    return this.#bytes;
  }

  pointerTo(name: string): Buffer {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`There is no field "${name}".`);
    return Buffer.from([(types.pointer << 5) | (place >> 8), place & 255]);
  }
}

/** A record of the data section. */
export function encodeMap(record: MmdbRecord, keys: KeyTable): Buffer {
  const entries = Object.entries(record);
  return Buffer.concat([
    control(types.map, entries.length),
    ...entries.flatMap(([name, value]) => [keys.pointerTo(name), encodeValue(value, keys)]),
  ]);
}

type Metadata = {
  type: string;
  description: string;
  builtAt: Date;
  nodeCount: number;
  recordSize: number;
};

/** The metadata section, which stands at the end of the file and tells a reader how to read the rest. */
export function encodeMetadata({ type, description, builtAt, nodeCount, recordSize }: Metadata): Buffer {
  const fields: [string, Buffer][] = [
    ['binary_format_major_version', encodeNumber(types.uint16, 2)],
    ['binary_format_minor_version', encodeNumber(types.uint16, 0)],
    ['build_epoch', encodeNumber(types.uint64, Math.floor(builtAt.getTime() / 1000))],
    ['database_type', encodeString(type)],
    ['description', Buffer.concat([control(types.map, 1), encodeString('en'), encodeString(description)])],
    ['ip_version', encodeNumber(types.uint16, 6)],
    ['languages', Buffer.concat([control(types.array, 1), encodeString('en')])],
    ['node_count', encodeNumber(types.uint32, nodeCount)],
    ['record_size', encodeNumber(types.uint16, recordSize)],
  ];
  return Buffer.concat([
    control(types.map, fields.length),
    ...fields.flatMap(([name, value]) => [encodeString(name), value]),
  ]);
}

function encodeValue(value: MmdbRecord[string], keys: KeyTable): Buffer {
  switch (typeof value) {
    case 'string':
      return encodeString(value);
    case 'number':
      return encodeNumber(types.uint32, value);
    case 'boolean':
      return control(types.boolean, value ? 1 : 0);
    default:
      return encodeMap(value, keys);
  }
}

function encodeString(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([control(types.string, bytes.length), bytes]);
}

/** Whole numbers are written without leading zero bytes. */
function encodeNumber(type: number, value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.concat([control(type, bytes.length), Buffer.from(bytes)]);
}

/** What stands before each value: its type and size. */
function control(type: number, size: number): Buffer {
  const [sizeBits, ...more] = encodeSize(size);
  const typeBits = type > 7 ? 0 : type << 5;
  return Buffer.from([typeBits | (sizeBits ?? 0), ...(type > 7 ? [type - 7] : []), ...more]);
}

function encodeSize(size: number): number[] {
  if (size < sizeInOneByte) return [size];
  if (size < sizeInTwoBytes) return [29, size - sizeInOneByte];
  if (size < sizeInThreeBytes) return [30, ...bytesOf(size - sizeInTwoBytes, 2)];
  return [31, ...bytesOf(size - sizeInThreeBytes, 3)];
}

function bytesOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (value >> (8 * (count - 1 - i))) & 255);
}
