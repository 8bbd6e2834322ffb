import { beforeAll, expect, it } from 'vitest';
import { embeddedCountryDatabase, openCountryDatabase } from './country-database.ts';
import type { FactsSource } from './facts-source.ts';

let facts: FactsSource;
beforeAll(async () => {
  facts = await openCountryDatabase(embeddedCountryDatabase);
});

it.each([
  ['90.12.34.56', 'FR'],
  ['::ffff:90.12.34.56', 'FR'],
  ['2a01:cb00::1', 'FR'],
  ['8.8.8.8', 'US'],
])('%s is in %s', (address, country) => {
  expect(facts.factsFor(address)).toEqual({ country });
});

it.each([
  '127.0.0.1',
  '10.0.0.1',
  '203.0.113.7',
  '2001:db8::7',
  '',
  'x',
  '90.12.34.56 ',
  'fe80::1%eth0',
  '999.1.1.1',
  '\0',
])('of %j nothing is known', (address) => {
  expect(facts.factsFor(address)).toEqual({});
});

it('a file that is no database is named', async () => {
  await expect(openCountryDatabase('/etc/passwd')).rejects.toThrow();
  await expect(openCountryDatabase('/nowhere.mmdb')).rejects.toThrow('/nowhere.mmdb');
});
