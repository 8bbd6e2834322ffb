import { formatAddress, type NetworkFacts, parseAddress } from '@email-firewall/contract';
import type { FactsSource } from '../../src/network/index.ts';
import { cast } from './cast.ts';

/** Knows the cast alone. Stands in for the databases where a test must not depend on their date. */
export const fakeFacts: FactsSource = {
  factsFor(text) {
    const address = parseAddress(text);
    const spelled = address && formatAddress(address);
    const found: { facts: NetworkFacts } | undefined = Object.values(cast).find(
      (one) => one.address === spelled,
    );
    return found?.facts ?? {};
  },
};
