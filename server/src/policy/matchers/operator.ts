import type { OperatorCondition } from '@email-firewall/contract';
import type { Matcher } from './matcher.ts';

/** Hits where the address is known to be announced by one of the AS numbers. */
export function matchOperator(condition: OperatorCondition): Matcher {
  const asns = new Set(condition.asns);
  return (_attempt, facts) => {
    if (facts.operator === undefined) return 'unknown';
    return asns.has(facts.operator.asn) ? 'hit' : 'miss';
  };
}
