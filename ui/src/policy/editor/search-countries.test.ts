import { countryCodes } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english as englishWords, french as frenchWords } from '../../words/test-words.ts';
import { countryChoices, countryNamed, searchCountries } from './search-countries.ts';

const groups = [
  { id: 'eu', countries: ['BE', 'FR'] },
  { id: 'europe', countries: ['BE', 'FR', 'CH'] },
  { id: 'antarctica', countries: ['AQ'] },
  { id: 'moon', countries: ['FR'] },
];
const english = countryChoices(englishWords, groups, undefined);
const french = countryChoices(frenchWords, groups, 'BE');

function firstFor(text: string, choices = english): string | undefined {
  return searchCountries(choices, text)[0]?.id;
}

describe('finding a country', () => {
  test('every country of the contract can be chosen, in the order of its names', () => {
    const countries = english.filter(({ kind }) => kind === 'country');
    expect(countries).toHaveLength(countryCodes.length);
    expect(countries[0]?.name).toBe('Afghanistan');
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
    expect(countryNamed(english, ' france ')?.id).toBe('FR');
    expect(countryNamed(english, 'fran')).toBeUndefined();
    expect(countryNamed(english, '')).toBeUndefined();
  });

  test('before all others stand the person’s own, and the groups that are known', () => {
    expect(french.slice(0, 4).map(({ name }) => name)).toEqual([
      'Belgique',
      'Union européenne',
      'Europe (le continent)',
      'Afghanistan',
    ]);
    expect(french.filter(({ id }) => id === 'BE')).toHaveLength(1);
  });

  test.each([
    ['eu', 'eu'],
    ['europ', 'eu'],
    ['continent', 'europe'],
  ])('%j finds the group %s first', (text, id) => {
    expect(firstFor(text)).toBe(id);
  });

  test('what is no country finds none', () => {
    expect(searchCountries(english, 'frnace')).toEqual([]);
  });
});
