import type { CountryCondition } from '@email-firewall/contract';
import type { Matcher } from './matcher.ts';

/** Hits where the address is known to be in one of the countries. */
export function matchCountry(condition: CountryCondition): Matcher {
  const countries = new Set(condition.countries);
  return (_attempt, facts) => {
    if (facts.country === undefined) return 'unknown';
    return countries.has(facts.country) ? 'hit' : 'miss';
  };
}
