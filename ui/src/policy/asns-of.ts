import type { Rule } from '@email-firewall/contract';

/** The AS numbers that rules name. */
export function asnsOf(rules: readonly Pick<Rule, 'condition'>[]): number[] {
  return rules.flatMap(({ condition }) => (condition.kind === 'operator' ? condition.asns : []));
}
