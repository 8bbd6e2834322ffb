import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { embeddedProviderFile } from '../embedded/embedded-data.ts';
import { readProviderFile } from '../providers/provider-file.ts';
import brands from './brands.json' with { type: 'json' };
import type { OperatorEntry } from './group-operators.ts';
import { createProviderCatalogue, type ProviderCatalogue } from './provider-catalogue.ts';

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
    ['T Mobile', 21928],
    ['tmobile', 21928],
    ['t.mobile', 21928],
    ['att', 7018],
    ['AT & T', 7018],
    ['at-t', 7018],
    ['att enterprises', 7018],
    ['deutschetelekom', 3320],
    ['sky-net bulgaria', 41280],
    ['1&1', 8881],
    ['starlink', 14593],
    ['hetz', 24940],
  ])('"%s" finds AS%i first', (query, asn) => {
    expect(asnsOf(query)).toContain(asn);
  });

  it('a name typed with its signs comes before one that is alike but for them', () => {
    const signs = createProviderCatalogue([
      { asn: 65001, name: 'Ab-c', addresses: 1 },
      { asn: 65002, name: 'Abc', addresses: 2 },
      { asn: 65003, name: 'Abcd', addresses: 3 },
      { asn: 65004, name: 'Ab-cde', addresses: 4 },
    ]);
    const namesFor = (query: string) => signs.search(query).map(({ name }) => name);
    expect(namesFor('ab-c')).toEqual(['Ab-c', 'Abc', 'Ab-cde', 'Abcd']);
    expect(namesFor('abc')).toEqual(['Abc', 'Ab-c', 'Abcd', 'Ab-cde']);
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

  it("suggests those that connect people in the person's country before companies that are larger, and not who rents out servers", () => {
    const some = createProviderCatalogue([
      { asn: 65001, name: 'A Bank of France', addresses: 1_000_000, country: 'FR' },
      { asn: 16276, name: 'OVH SAS', addresses: 500_000, country: 'FR' },
      { asn: 12322, name: 'Free SAS', addresses: 2000, country: 'FR' },
      { asn: 3215, name: 'Orange S.A.', addresses: 1000, country: 'FR' },
      { asn: 3320, name: 'Deutsche Telekom AG', addresses: 2_000_000, country: 'DE' },
      { asn: 65002, name: 'A Bank of Germany', addresses: 3_000_000, country: 'DE' },
    ]);
    const suggested = (country?: string) => some.search('', { country }).map(({ name }) => name);
    expect(suggested('FR')).toEqual([
      'Free',
      'Orange',
      'A Bank of France',
      'OVHcloud',
      'A Bank of Germany',
      'Deutsche Telekom',
    ]);
    expect(suggested().slice(0, 3)).toEqual(['Deutsche Telekom', 'Free', 'Orange']);
    expect(some.search('bank', { country: 'FR' })[0]?.name).toBe('A Bank of France');
  });

  it.each(['FR', 'DE', 'GB', 'US', 'BR', 'JP', 'PL'])(
    'the first suggestions in %s are providers that people know',
    (country) => {
      const known = new Set(Object.keys(brands));
      const first = all.search('', { country }).slice(0, 4);
      expect(first.filter(({ name }) => !known.has(name))).toEqual([]);
      expect(first.filter(({ operators }) => operators[0]?.country !== country)).toEqual([]);
    },
  );

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
  const inCountries = (...named: [name: string, country: string][]) =>
    createProviderCatalogue(
      named.map(([name, country], index) => ({ asn: 65_001 + index, name, country, addresses: index + 1 })),
    );
  const asnsIn = (catalogue: ProviderCatalogue) =>
    catalogue.search('').map(({ operators }) => operators.map(({ asn }) => asn));

  it.each([
    ['Example S.A.', 'EXAMPLE SA'],
    ['Example GmbH & Co. KG', 'Example GmbH'],
    ['Société Exemple SAS', 'SOCIETE EXEMPLE'],
    ['Example, Inc.', 'Example Incorporated'],
  ])('"%s" and "%s" in one country are one provider, called as the larger one is', (a, b) => {
    const found = createProviderCatalogue([
      { asn: 65001, name: a, addresses: 1, country: 'FR' },
      { asn: 65002, name: b, addresses: 2, country: 'FR' },
    ]).search('');
    expect(found.map(({ name }) => name)).toEqual([b]);
    expect(found[0]?.operators.map(({ asn }) => asn)).toEqual([65002, 65001]);
  });

  it('two that differ in more stay apart', () => {
    expect(asnsIn(inCountries(['Example Nord', 'FR'], ['Example Sud', 'FR']))).toHaveLength(2);
  });

  it.each([
    ['Example SA', 'Example Ltd'],
    ['Example SA', 'Example S.A.'],
    ['Example SA', 'EXAMPLE SA'],
    ['Example', 'Example SA'],
  ])('"%s" and "%s" in two countries are strangers to each other', (a, b) => {
    expect(asnsIn(inCountries([a, 'FR'], [b, 'BE']))).toEqual([[65002], [65001]]);
  });

  it('the same name to the letter in two countries is one provider', () => {
    expect(asnsIn(inCountries(['Example SA', 'FR'], ['Example SA', 'BE']))).toEqual([[65002, 65001]]);
  });

  it('what a country calls a provider counts abroad by its largest operator there', () => {
    const four = inCountries(
      ['Example Inc', 'US'],
      ['Example SA', 'FR'],
      ['Example SAS', 'FR'],
      ['Example SAS', 'BE'],
    );
    expect(asnsIn(four)).toEqual([[65004, 65003, 65002], [65001]]);
  });

  it('a brand is one provider wherever its operators are and whatever they are called', () => {
    const found = createProviderCatalogue([
      { asn: 3215, name: 'Orange S.A.', addresses: 2, country: 'FR' },
      { asn: 5617, name: 'Orange Polska Spolka Akcyjna', addresses: 1, country: 'PL' },
    ]).search('orange');
    expect(found.map(({ name, operators }) => [name, operators.length])).toEqual([['Orange', 2]]);
  });

  it('each number is of the provider that the search shows it in', () => {
    for (const query of ['', 'orange', 'skynet', 'telecom', 'hetzner']) {
      for (const { name, operators } of all.search(query)) {
        const asns = operators.map(({ asn }) => asn);
        expect(all.namesOf(asns)).toEqual(
          operators.map(({ asn, name: own }) => ({ asn, name: own, provider: name })),
        );
      }
    }
  });
});
