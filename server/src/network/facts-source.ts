import type { NetworkFacts } from '@email-firewall/contract';

/** Knows the networks of the world. */
export type FactsSource = {
  /**
   * What is known of an address. Never throws: for a text that is no address, as for one no database holds, nothing is known.
   *
   * @param address in any spelling that `parseAddress` reads
   */
  factsFor(address: string): NetworkFacts;
};
