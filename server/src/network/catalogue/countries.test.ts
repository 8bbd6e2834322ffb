import { countryCodes } from '@email-firewall/contract';
import { expect, it } from 'vitest';
import { countryGroups } from './countries.ts';

const continents = countryGroups.filter(({ id }) => id !== 'eu').flatMap(({ countries }) => countries);

it('each country lies on one continent', () => {
  expect(continents.toSorted()).toEqual([...countryCodes].toSorted());
});

it('the European Union has 27 members', () => {
  expect(new Set(countryGroups.find(({ id }) => id === 'eu')?.countries).size).toBe(27);
});
