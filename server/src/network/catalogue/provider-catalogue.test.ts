import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { embeddedProviderFile } from '../embedded/embedded-data.ts';
import { readProviderFile } from '../providers/provider-file.ts';
import brands from './brands.json' with { type: 'json' };
import { createProviderCatalogue, type OperatorEntry, type ProviderCatalogue } from './provider-catalogue.ts';

let entries: OperatorEntry[];
let all: ProviderCatalogue;
beforeAll(async () => {
  entries = await readProviderFile(embeddedProviderFile);
  all = createProviderCatalogue(entries);
});

const asnsOf = (query: string, country?: string) =>
  all.search(query, country === undefined ? {} : { country })[0]?.operators.map(({ asn }) => asn) ?? [];

describe('among the 91,000 operators of the world', () => {
  it('a provider is found by the name that people know, with all its AS numbers', () => {
    const [orange] = all.search('orange', { country: 'FR' });
    expect(orange?.name).toBe('Orange');
    expect(orange?.country).toBe('FR');
    expect(orange?.operators.map(({ asn }) => asn)).toEqual(expect.arrayContaining([3215, 5511]));
    expect(orange?.operators[0]?.asn).toBe(3215);
  });

  it.each([
    ['free', 12322],
    ['FREE SAS', 12322],
    ['deutsche telekom', 3320],
    ['telekom deutsche', 3320],
    ['türk telekom', 9121],
    ['turk telekom', 9121],
    ['Telefonica espana', 3352],
    ['t-mobile', 21928],
    ['at&t', 7018],
    ['starlink', 14593],
    ['hetz', 24940],
  ])('"%s" finds AS%i first', (query, asn) => {
    expect(asnsOf(query)).toContain(asn);
  });

  it.each(['3215', 'AS3215', 'as 3215', ' As3215 ', 'AS-3215', 'ASN3215', '03215'])(
    '"%s" finds the operator of that number first',
    (query) => {
      expect(asnsOf(query)).toContain(3215);
    },
  );

  it('the beginning of a number finds what begins so, the number itself first', () => {
    const found = all.search('321');
    expect(found.length).toBeGreaterThan(1);
    expect(found[0]?.operators.some(({ asn }) => asn === 321)).toBe(true);
  });

  it("of two that fit as well, the one of the person's country comes first, with its AS numbers there first", () => {
    for (const [country, asn] of [
      ['DE', 3209],
      ['IT', 30722],
      ['GB', 5378],
    ] as const) {
      const [vodafone] = all.search('vodafone', { country });
      expect(vodafone?.name).toBe('Vodafone');
      expect(vodafone?.operators[0]?.country).toBe(country);
      expect(
        vodafone?.operators.map((one) => one.asn),
        country,
      ).toContain(asn);
    }
  });

  it("nothing typed suggests the largest providers of the person's country", () => {
    const names = all.search('', { country: 'FR' }).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Orange', 'Free', 'SFR', 'Bouygues Telecom']));
    expect(names).toHaveLength(20);
    expect(all.search('').length).toBe(20);
  });

  it.each(['🍊', '\0', '.*'])('%j finds nothing', (query) => {
    expect(all.search(query)).toEqual([]);
  });

  it('no answer is too large to be shown', () => {
    for (const query of ['', 'a', 'telecom', 'department of defense', '1']) {
      const found = all.search(query);
      expect(found.length).toBeLessThanOrEqual(20);
      for (const { operators } of found) expect(operators.length).toBeLessThanOrEqual(100);
    }
  });

  it('no query makes the search fall', () => {
    for (const query of [
      '',
      ' ',
      'as',
      '.*',
      '[',
      '\\',
      '\0',
      '💥',
      'x'.repeat(1000),
      '%',
      '"',
      'zzzzzzzz',
    ]) {
      expect(() => all.search(query)).not.toThrow();
    }
    const some = createProviderCatalogue(entries.slice(0, 200));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => void some.search(query)));
  });

  it('every brand is of operators that the register knows, each of one brand', () => {
    const known = new Set(entries.map(({ asn }) => asn));
    const asns = Object.values(brands).flat();
    expect(asns.filter((asn) => !known.has(asn))).toEqual([]);
    expect(new Set(asns).size).toBe(asns.length);
  });
});

describe('names of one organisation', () => {
  it.each([
    ['Example S.A.', 'EXAMPLE SA'],
    ['Example GmbH & Co. KG', 'Example GmbH'],
    ['Société Exemple SAS', 'SOCIETE EXEMPLE'],
    ['Example, Inc.', 'Example Incorporated'],
  ])('"%s" and "%s" are one provider, called as the larger one is', (a, b) => {
    const found = createProviderCatalogue([
      { asn: 65001, name: a, addresses: 1 },
      { asn: 65002, name: b, addresses: 2, country: 'FR' },
    ]).search('');
    expect(found.map(({ name }) => name)).toEqual([b]);
    expect(found[0]?.operators.map(({ asn }) => asn)).toEqual([65002, 65001]);
  });

  it('two that differ in more stay apart', () => {
    const found = createProviderCatalogue([
      { asn: 65001, name: 'Example Nord', addresses: 1 },
      { asn: 65002, name: 'Example Sud', addresses: 2 },
    ]).search('example');
    expect(found).toHaveLength(2);
  });
});
