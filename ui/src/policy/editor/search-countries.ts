import { countryCodes } from '@email-firewall/contract';
import type { I18n } from '../../i18n/i18n.ts';

export type CountryChoice = { code: string; name: string; searchable: readonly string[] };

/** What people call a country where no catalogue of names does. */
const alsoCalled: Readonly<Record<string, string>> = { US: 'USA', NL: 'Holland', CZ: 'Czech Republic' };

/** All countries by their names in the person's language, sorted as it sorts. */
export function countryChoices({ locale, countryName }: I18n): CountryChoice[] {
  const short = new Intl.DisplayNames(locale.tag, { type: 'region', style: 'short' });
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const { compare } = new Intl.Collator(locale.tag);
  return countryCodes
    .map((code) => {
      const name = countryName(code);
      const names = [name, short.of(code), english.of(code), alsoCalled[code]];
      return { code, name, searchable: [...new Set(names.flatMap((called) => called ?? []).map(plain))] };
    })
    .sort((a, b) => compare(a.name, b.name));
}

/** The countries that the text may mean: first the one it names in full, then by the start of the name, then of a word in it. */
export function searchCountries(choices: readonly CountryChoice[], text: string): CountryChoice[] {
  const wanted = plain(text);
  if (wanted === '') return [...choices];
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

/** The one country that the text names in full. */
export function countryNamed(choices: readonly CountryChoice[], text: string): CountryChoice | undefined {
  const wanted = plain(text);
  return choices.find((choice) => rankOf(choice, wanted) === 0);
}

function rankOf({ code, searchable }: CountryChoice, wanted: string): number {
  if (code.toLowerCase() === wanted || searchable.includes(wanted)) return 0;
  if (searchable.some((name) => name.startsWith(wanted))) return 1;
  return searchable.some((name) => name.includes(` ${wanted}`)) ? 2 : 3;
}

/** Without accents, capitals and punctuation: "cote d ivoire". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
