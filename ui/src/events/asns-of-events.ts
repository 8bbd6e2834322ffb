import type { Event } from '@email-firewall/contract';

/** The AS numbers whose names the words of these events need. */
export function asnsOfEvents(events: readonly Pick<Event, 'facts' | 'rule'>[]): number[] {
  return events.flatMap(({ facts: { operator }, rule }) => [
    ...(operator ? [operator.asn] : []),
    ...(rule?.condition.kind === 'operator' ? rule.condition.asns : []),
  ]);
}
