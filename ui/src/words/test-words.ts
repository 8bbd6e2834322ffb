import type { Catalogue } from '../i18n/catalogue.ts';
import en from '../i18n/en.json';
import fr from '../i18n/fr.json';
import { createI18n } from '../i18n/i18n.ts';
import { type Words, wordsWithoutNames } from './words.ts';

// For tests: the words of both languages, without waiting for them.

const names: Readonly<Record<number, string>> = {
  3215: 'Orange',
  5511: 'Orange',
  12322: 'Free',
  24940: 'Hetzner',
};

function wordsOf(tag: string, language: string, catalogue: Catalogue): Words {
  const i18n = createI18n({ tag, language }, catalogue);
  return { ...wordsWithoutNames(i18n), providerOf: (asn) => names[asn] };
}

export const english = wordsOf('en-GB', 'en', en);
export const french = wordsOf('fr', 'fr', fr);
