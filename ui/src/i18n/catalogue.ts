import type en from './en.json';

export type MessageKey = keyof typeof en;
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Every message of one language; the tests hold each language against English. */
export type Catalogue = Readonly<Record<MessageKey, Message>>;

const files = import.meta.glob<Catalogue>('./*.json', { import: 'default' });

const fallback = 'en';

/** The languages the page speaks: one file each. The first is spoken to everyone else. */
export const languages: readonly string[] = [
  fallback,
  ...Object.keys(files)
    .map((file) => file.slice('./'.length, -'.json'.length))
    .filter((language) => language !== fallback),
];

/**
 * Fetches the words of one language.
 *
 * @throws where they cannot be fetched, or the language is none of ours
 */
export async function loadCatalogue(language: string): Promise<Catalogue> {
  const load = files[`./${language}.json`];
  if (!load) throw new Error(`There is no catalogue "${language}".`);
  return load();
}
