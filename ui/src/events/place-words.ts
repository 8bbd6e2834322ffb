import type { NetworkFacts } from '@email-firewall/contract';
import type { Words } from '../words/words.ts';

/** "Germany · Hetzner": where an address is and whose it is, without the kind of its network; undefined where neither is known. */
export function placeWords({ country, operator }: NetworkFacts, words: Words): string | undefined {
  const parts = [
    country && words.countryName(country),
    operator && (words.providerOf(operator.asn) ?? operator.name),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
