import type { NetworkCondition } from '@email-firewall/contract';
import type { Matcher } from './matcher.ts';

/** Hits where the address is known to belong to one of the kinds of network. */
export function matchNetwork(condition: NetworkCondition): Matcher {
  const networks = new Set(condition.networks);
  return (_attempt, facts) => {
    if (facts.network === undefined) return 'unknown';
    return networks.has(facts.network) ? 'hit' : 'miss';
  };
}
