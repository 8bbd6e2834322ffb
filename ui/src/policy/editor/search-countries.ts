import { type ApiResponse, countryCodes } from '@email-firewall/contract';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { I18n } from '../../i18n/i18n.ts';

type Named = { id: string; name: string; searchable: readonly string[] };

/** A country (its id is its code), or several that are chosen together. */
export type CountryChoice =
  | (Named & { kind: 'country' })
  | (Named & { kind: 'group'; countries: readonly string[] });

/** What people call a country where no catalogue of names does. */
const alsoCalled: Readonly<Record<string, string>> = { US: 'USA', NL: 'Holland', CZ: 'Czech Republic' };

const groupName = new Map<string, MessageKey>([
  ['eu', 'country_group_eu'],
  ['africa', 'country_group_africa'],
  ['asia', 'country_group_asia'],
  ['europe', 'country_group_europe'],
  ['north-america', 'country_group_north_america'],
  ['oceania', 'country_group_oceania'],
  ['south-america', 'country_group_south_america'],
]);

/**
 * All countries by their names in the person's language, sorted as it sorts; before them the person's own, and the groups.
 *
 * @param here the country where the person is
 */
export function countryChoices(
  i18n: I18n,
  groups: ApiResponse<'list_countries'>['groups'],
  here: string | undefined,
): CountryChoice[] {
  const countries = namedCountries(i18n);
  return [
    ...countries.filter(({ id }) => id === here),
    ...groups.flatMap((group) => namedGroup(group, i18n)),
    ...countries.filter(({ id }) => id !== here),
  ];
}

function namedCountries({ locale, countryName }: I18n): CountryChoice[] {
  const short = new Intl.DisplayNames(locale.tag, { type: 'region', style: 'short' });
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const { compare } = new Intl.Collator(locale.tag);
  return countryCodes
    .map((id): CountryChoice => {
      const name = countryName(id);
      const names = [name, short.of(id), english.of(id), alsoCalled[id]];
      const searchable = [...new Set(names.flatMap((called) => called ?? []).map(plain))];
      return { kind: 'country', id, name, searchable };
    })
    .sort((a, b) => compare(a.name, b.name));
}

function namedGroup(
  { id, countries }: { id: string; countries: readonly string[] },
  { t }: I18n,
): CountryChoice[] {
  const key = groupName.get(id);
  // Antarctica is a country of that name already.
  if (key === undefined) return [];
  const name = t(key);
  const searchable = id === 'eu' ? [plain(name), 'eu', 'ue'] : [plain(name)];
  return [{ kind: 'group', id, name, searchable, countries }];
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

function rankOf({ id, searchable }: CountryChoice, wanted: string): number {
  if (id.toLowerCase() === wanted || searchable.includes(wanted)) return 0;
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
