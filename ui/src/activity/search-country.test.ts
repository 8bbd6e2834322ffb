import { expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { countryCalled } from './search-country.ts';

test('a country is found by its name in the person’s language, with or without accents and capitals', () => {
  expect(countryCalled(' germany ', english)).toBe('DE');
  expect(countryCalled('etats-unis', french)).toBe('US');
  expect(countryCalled('Germany', french)).toBeUndefined();
});

test('a part of a name may be something else, and stays a text', () => {
  expect(countryCalled('Fran', english)).toBeUndefined();
  expect(countryCalled('', english)).toBeUndefined();
});
