import type { Condition, NetworkFacts, Rule, RuleOutcome } from '@email-firewall/contract';
import { kindName } from '../words/kind-names.ts';
import { conditionWords } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** The fact by which a rule fits, in a word or two: "France", "hosting network", or what its addresses are called. */
export function fittingFact({ condition, note }: Rule, facts: NetworkFacts, words: Words): string {
  switch (condition.kind) {
    case 'address':
      return note ?? conditionWords(condition, words, 1);
    case 'country':
      return facts.country === undefined
        ? conditionWords(condition, words, 1)
        : words.countryName(facts.country);
    case 'operator':
      return facts.operator === undefined
        ? conditionWords(condition, words, 1)
        : providerName(facts.operator, words);
    case 'network':
      return facts.network === undefined
        ? conditionWords(condition, words, 1)
        : words.t(kindName[facts.network]);
  }
}

/** What a condition looked at, and what it found: "country: Germany", "provider unknown", "not in these addresses". */
export function factWords(
  condition: Condition,
  outcome: RuleOutcome,
  { country, operator, network }: NetworkFacts,
  words: Words,
): string {
  const { t } = words;
  switch (condition.kind) {
    case 'address':
      return addressFact(condition.ranges, outcome, words);
    case 'country':
      return country === undefined
        ? t('tester_fact_country_unknown')
        : t('tester_fact_country', { name: words.countryName(country) });
    case 'operator': {
      if (operator === undefined) return t('tester_fact_provider_unknown');
      const provider = { name: providerName(operator, words), numbers: `AS${operator.asn}` };
      return t('tester_fact_provider', { name: t('rule_condition_provider', provider) });
    }
    case 'network':
      // No data can prove that an address is a home: where no list names it, that is all that can be said.
      return network === undefined
        ? t('tester_fact_kind_unknown')
        : t('tester_fact_kind', { name: t(kindName[network]) });
  }
}

function addressFact(ranges: readonly string[], outcome: RuleOutcome, { t }: Words): string {
  if (outcome !== 'hit') return t('tester_fact_address_outside');
  const [range = '', ...others] = ranges;
  return others.length === 0 ? t('tester_fact_address_in', { range }) : t('tester_fact_address_among');
}

function providerName({ asn, name }: { asn: number; name: string }, { providerOf }: Words): string {
  return providerOf(asn) ?? name;
}
