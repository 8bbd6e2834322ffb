import type { Condition } from '@email-firewall/contract';
import { networkName } from './network-names.ts';
import type { Words } from './words.ts';

/**
 * One thing that a condition names, in words; `country` where it has a flag. A place (an address, a country) is a name of
 * its own, and stands out from the words around it.
 */
export type ConditionPart = { text: string; country?: string; isPlace?: boolean };

/** The things that a condition names, one after the other. */
export function conditionParts(condition: Condition, words: Words): ConditionPart[] {
  switch (condition.kind) {
    case 'address':
      return condition.ranges.map((text) => ({ text, isPlace: true }));
    case 'country':
      return condition.countries.map((country) => ({
        text: words.countryName(country),
        country,
        isPlace: true,
      }));
    case 'operator':
      return groupByProvider(condition.asns, words).map((group) => ({ text: providerText(group, words) }));
    case 'network':
      return condition.networks.map((network) => ({ text: words.t(networkName[network]) }));
  }
}

/** AS numbers of one provider; without a name where none is known. */
export type ProviderGroup = { name: string | undefined; asns: number[] };

/** Puts the AS numbers of one provider together, in the order of their first. */
export function groupByProvider(
  asns: readonly number[],
  { providerOf }: Pick<Words, 'providerOf'>,
): ProviderGroup[] {
  const groups = new Map<string, ProviderGroup>();
  for (const asn of asns) {
    const name = providerOf(asn);
    const key = name ?? `AS${asn}`;
    const group = groups.get(key);
    if (group) group.asns.push(asn);
    else groups.set(key, { name, asns: [asn] });
  }
  return [...groups.values()];
}

/** So many AS numbers are named beside a provider. */
const mostNumbers = 2;

function providerText({ name, asns }: ProviderGroup, { t }: Words): string {
  const shown = asns.length > mostNumbers + 1 ? asns.slice(0, mostNumbers) : asns;
  const count = asns.length - shown.length;
  const numbers = shown.map((asn) => `AS${asn}`).join(', ');
  const all = count > 0 ? t('rule_condition_numbers_more', { numbers, count }) : numbers;
  return name === undefined ? all : t('rule_condition_provider', { name, numbers: all });
}
