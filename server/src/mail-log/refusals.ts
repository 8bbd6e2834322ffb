import type { Protocol } from '@email-firewall/contract';

/** A login that the firewall refused; the address in its usual spelling. */
export type Refusal = { mailbox: string; address: string; protocol: Protocol };

/**
 * Remembers what the firewall refused of late. Dovecot logs a refusal in the words of a wrong password (measured on
 * 2.3.19 and 2.4.1); only who refused it knows better.
 */
export type Refusals = {
  /** Is told of each refusal, before Dovecot gets the answer. */
  note(refusal: Refusal): void;
  /**
   * Whether such a login was refused between two moments, in milliseconds since 1970. `unknown`: that is longer ago
   * than is remembered.
   */
  wasRefused(refusal: Refusal, from: number, to: number): boolean | 'unknown';
};

/** Addresses that try and mailboxes that they try; some 3 MB. */
const defaultCapacity = 10_000;

/** Remembers refusals from now on; of each mailbox, address and protocol the first and the last. */
export function createRefusals(now: () => Date, capacity = defaultCapacity): Refusals {
  const remembered = new Map<string, { first: number; last: number }>();
  /** From this moment on nothing is forgotten. */
  let since = now().getTime();

  function forgetOldest(): void {
    const [oldest] = remembered;
    if (!oldest) return;
    const [key, { last }] = oldest;
    remembered.delete(key);
    since = Math.max(since, last + 1);
  }

  return {
    note(refusal) {
      const key = keyOf(refusal);
      const time = now().getTime();
      const first = remembered.get(key)?.first ?? time;
      // Taken out and put in again: the map stays in the order of the last refusals.
      remembered.delete(key);
      remembered.set(key, { first, last: time });
      if (remembered.size > capacity) forgetOldest();
    },
    wasRefused(refusal, from, to) {
      const known = remembered.get(keyOf(refusal));
      if (known && known.first <= to && known.last >= from) return true;
      return from < since ? 'unknown' : false;
    },
  };
}

const keyOf = ({ mailbox, address, protocol }: Refusal) => `${protocol} ${address} ${mailbox}`;
