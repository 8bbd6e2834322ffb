import { countryCodes } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english as englishWords, french as frenchWords } from '../../i18n/test-words.ts';
import { countryChoices, countryNamed, searchCountries } from './search-countries.ts';

const english = countryChoices(englishWords);
const french = countryChoices(frenchWords);

function firstFor(text: string, choices = english): string | undefined {
  return searchCountries(choices, text)[0]?.code;
}

describe('finding a country', () => {
  test('every country of the contract can be chosen, in the order of its names', () => {
    expect(english).toHaveLength(countryCodes.length);
    expect(english[0]?.name).toBe('Afghanistan');
    expect(searchCountries(english, ' ')).toEqual(english);
  });

  test.each([
    ['fran', 'FR'],
    ['FR', 'FR'],
    ['uk', 'GB'],
    ['usa', 'US'],
    ['holland', 'NL'],
    ['cote d ivoire', 'CI'],
    ["CÔTE D'IVOIRE", 'CI'],
    ['kingdom', 'GB'],
  ])('%j finds %s first', (text, code) => {
    expect(firstFor(text)).toBe(code);
  });

  test('in French, without accents, and by the English name too', () => {
    expect(firstFor('etats', french)).toBe('US');
    expect(firstFor('Allemagne', french)).toBe('DE');
    expect(firstFor('germany', french)).toBe('DE');
  });

  test('a name in full names one country, the start of a name none', () => {
    expect(countryNamed(english, ' france ')?.code).toBe('FR');
    expect(countryNamed(english, 'fran')).toBeUndefined();
    expect(countryNamed(english, '')).toBeUndefined();
  });

  test('what is no country finds none', () => {
    expect(searchCountries(english, 'frnace')).toEqual([]);
  });
});
