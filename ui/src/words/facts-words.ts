import type { NetworkFacts } from '@email-firewall/contract';
import { kindName } from './kind-names.ts';
import type { Words } from './words.ts';

/** "France · Orange (AS3215) · hosting network": what is known of an address, or that nothing is. */
export function factsWords({ country, operator, network }: NetworkFacts, words: Words): string {
  const parts = [
    country && words.countryName(country),
    operator && words.t('rule_condition_provider', { name: operator.name, numbers: `AS${operator.asn}` }),
    network && words.t(kindName[network]),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : words.t('facts_unknown');
}
