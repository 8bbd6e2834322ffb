import { describe, expect, test, vi } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { type Catalogue, languages, type Message, type MessageKey } from './catalogue.ts';
import { chooseLocale } from './language.ts';

const catalogues = Object.fromEntries(
  Object.entries(import.meta.glob<Catalogue>('./*.json', { import: 'default', eager: true })).map(
    ([file, catalogue]) => [file.slice(2, -5), catalogue],
  ),
);

function catalogueOf(language: string): Catalogue {
  const catalogue = catalogues[language];
  if (!catalogue) throw new Error(language);
  return catalogue;
}

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function placeholdersOf(message: Message): string[] {
  const names = formsOf(message).flatMap((form) =>
    [...form.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? ''),
  );
  // A plural form may leave the number out ("your last change").
  return [...new Set(names)].filter((name) => name !== 'count').sort();
}

const keys = Object.keys(catalogueOf('en')) as MessageKey[];

describe('the catalogues', () => {
  test.each([...languages])('%s holds the same keys as English, in the same order', (language) => {
    expect(Object.keys(catalogueOf(language))).toEqual(keys);
  });

  test.each([...languages])('%s fills in the same placeholders as English', (language) => {
    for (const key of keys) {
      expect(placeholdersOf(catalogueOf(language)[key]), key).toEqual(placeholdersOf(catalogueOf('en')[key]));
    }
  });

  test.each([...languages])('%s says nothing empty', (language) => {
    for (const key of keys) {
      for (const form of formsOf(catalogueOf(language)[key])) expect(form.trim(), key).not.toBe('');
    }
  });

  test('each key is used somewhere in the page', () => {
    expect(keys.filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  test('French puts a no-break space before ; : ? » and after «', () => {
    for (const key of keys) {
      for (const form of formsOf(catalogueOf('fr')[key])) expect(form, key).not.toMatch(/ [;:?»]|« /);
    }
  });
});

describe('words', () => {
  test('a plural follows its count', () => {
    expect(english.t('mailboxes_protection_otherwise_blocked', { count: 1 })).toBe(
      '1 rule, otherwise blocked',
    );
    expect(english.t('mailboxes_protection_otherwise_blocked', { count: 2 })).toBe(
      '2 rules, otherwise blocked',
    );
    expect(french.t('mailboxes_protection_otherwise_blocked', { count: 0 })).toBe(
      '0 règle, le reste est bloqué',
    );
  });

  test('numbers are written as the language writes them', () => {
    expect(english.t('policy_row_show_all', { count: 1000 })).toBe('Show all 1,000');
  });

  test('a placeholder without a value stays visible', () => {
    expect(english.t('policy_row_up')).toBe('Move rule {number} up');
  });

  test('countries and lists speak the language', () => {
    expect(english.anyOf(['FR', 'DE', 'BE'].map(english.countryName))).toBe('France, Germany or Belgium');
    expect(french.anyOf(['DE', 'BE'].map(french.countryName))).toBe('Allemagne ou Belgique');
  });

  test('an end says its time, unless its whole day counts', () => {
    const evening = new Date('2026-12-20T18:30:00').toISOString();
    expect(english.lastMoment(evening)).toBe('20 December 2026 at 18:30');
    const midnight = new Date('2026-12-20T23:59:59').toISOString();
    vi.setSystemTime('2025-11-24T12:00:00Z');
    expect(english.lastMoment(midnight)).toBe('20 December 2026');
    expect(french.lastMoment(midnight)).toBe('20 décembre 2026');
    vi.setSystemTime('2026-11-24T12:00:00Z');
    expect(english.lastMoment(midnight)).toBe('20 December');
    expect(english.dayHere(midnight)).toBe('20 December');
    vi.useRealTimers();
  });
});

describe('the language', () => {
  test('the first wish that the page speaks is taken', () => {
    expect(chooseLocale(['en', 'fr'], [undefined, '', 'de', 'fr-CA', 'en'])).toEqual({
      language: 'fr',
      tag: 'fr-CA',
    });
  });

  test('a tag in cPanel’s spelling is understood', () => {
    expect(chooseLocale(['en', 'fr'], ['fr_ca'])).toEqual({ language: 'fr', tag: 'fr-CA' });
  });

  test('what is no language tag is passed over', () => {
    expect(chooseLocale(['en', 'fr'], ['i_cpanel_snowmen', '!', 'fr'])).toEqual({
      language: 'fr',
      tag: 'fr',
    });
  });

  test('a language without a region takes the region that a later wish names', () => {
    expect(chooseLocale(['en', 'fr'], ['en', 'de-DE', 'en-GB'])).toEqual({ language: 'en', tag: 'en-GB' });
    expect(chooseLocale(['en', 'fr'], ['fr', 'en-GB'])).toEqual({ language: 'fr', tag: 'fr' });
  });

  test('everyone else reads English', () => {
    expect(chooseLocale(['en', 'fr'], ['de', 'ja'])).toEqual({ language: 'en', tag: 'en' });
    expect(chooseLocale(['en', 'fr'], ['frr'])).toEqual({ language: 'en', tag: 'en' });
  });
});
