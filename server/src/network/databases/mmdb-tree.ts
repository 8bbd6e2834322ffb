/** Stands for "no record" among a node's children; no node has the root below it. */
const empty = 0;

/** The specification knows 24, 28 and 32 bits; 28 splits a byte and saves little. */
const smallRecord = 24;
const largeRecord = 32;

/** The distance that the specification puts between the tree and the data (its separator). */
const separatorSize = 16;

/** The binary tree of a database: one level for each bit of an address, from the most significant. */
export class MmdbTree {
  nodeCount = 1;
  // Two children for each node: a node's number, `empty`, or -1 - the number of a record.
  #children = new Int32Array(2 << 16);

  /**
   * Gives a block its record. Wider blocks must come before the narrower ones inside them.
   *
   * @param bits the block's first address as a 128-bit number
   * @param length how many of its bits are the block's own
   */
  insert(bits: bigint, length: number, record: number): void {
    const words = [96n, 64n, 32n, 0n].map((shift) => Number((bits >> shift) & 0xffffffffn));
    const leaf = -1 - record;
    if (length === 0) {
      this.#children.fill(leaf, 0, 2);
      return;
    }
    let node = 0;
    for (let depth = 0; depth < length - 1; depth++) node = this.#descend(node * 2 + bitOf(words, depth));
    this.#children[node * 2 + bitOf(words, length - 1)] = leaf;
  }

  /**
   * Writes the nodes, with pointers into the data section in place of the records' numbers.
   *
   * @param offsets where each record begins in the data section
   * @param dataSize the size of the data section in bytes
   */
  encode(offsets: readonly number[], dataSize: number): { bytes: Buffer; recordSize: number } {
    const { nodeCount } = this;
    const largest = nodeCount + separatorSize + dataSize;
    const recordSize = largest < 2 ** smallRecord ? smallRecord : largeRecord;
    if (largest >= 2 ** largeRecord) throw new Error('The database is too large for its format.');
    const width = recordSize / 8;
    const bytes = Buffer.alloc(nodeCount * 2 * width);
    for (let i = 0; i < nodeCount * 2; i++) {
      const child = this.#children[i] ?? empty;
      const value =
        child > 0
          ? child
          : child === empty
            ? nodeCount
            : nodeCount + separatorSize + (offsets[-1 - child] ?? 0);
      bytes.writeUIntBE(value, i * width, width);
    }
    return { bytes, recordSize };
  }

  /** The node below a child's place; a record that stands there goes down to both halves. */
  #descend(place: number): number {
    const child = this.#children[place] ?? empty;
    if (child > 0) return child;
    const node = this.nodeCount++;
    if (node * 2 >= this.#children.length) {
      const larger = new Int32Array(this.#children.length * 2);
      larger.set(this.#children);
      this.#children = larger;
    }
    this.#children.fill(child, node * 2, node * 2 + 2);
    this.#children[place] = node;
    return node;
  }
}

function bitOf(words: readonly number[], depth: number): number {
  return ((words[depth >> 5] ?? 0) >>> (31 - (depth & 31))) & 1;
}
