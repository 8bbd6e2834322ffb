/** A map that forgets what was used least recently, so that made-up logins cannot fill the memory. */
export class Recent<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #capacity: number;

  /** @param capacity how many entries are kept */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of a key; made and kept where there is none. */
  getOrMake(key: Key, make: () => Value): Value {
    const value = this.#entries.get(key) ?? make();
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    return value;
  }

  /** The value of a key, if it is kept. Does not count as a use. */
  peek(key: Key): Value | undefined {
    return this.#entries.get(key);
  }
}
