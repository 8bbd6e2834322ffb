import type { OperatorName, Provider } from '@email-firewall/contract';
import brands from './brands.json' with { type: 'json' };
import { foldText, organisationKey } from './search-text.ts';

/** An operator as the register has it. */
export type OperatorEntry = {
  asn: number;
  name: string;
  /** Where most of its addresses are, ISO 3166-1 alpha-2. */
  country?: string;
  /** IPv4 addresses that it announces: how large it is. */
  addresses: number;
};

export type ProviderCatalogue = {
  /**
   * Finds providers by name, in whatever case and with or without accents, or by AS number; for an empty query, the largest.
   *
   * @param options `country`: whose providers come first, of two that fit as well; `limit`: how many at most
   */
  search(query: string, options?: { country?: string | undefined; limit?: number }): Provider[];
  /** The operators of these AS numbers, as far as they are known, each with the name of the provider it belongs to. */
  namesOf(asns: readonly number[]): OperatorName[];
};

type Group = {
  name: string;
  /** The name as it is searched. */
  own: string;
  /** All names of the group as they are searched, with a space before each word. */
  text: string;
  /** All AS numbers, with a space before and after each. */
  numbers: string;
  operators: OperatorEntry[];
  countries: ReadonlySet<string>;
  addresses: number;
};

/** How well a group fits a query; the lower the better. */
type Found = { group: Group; rank: number; isHome: boolean; addresses: number };

const defaultLimit = 20;

/** Of a provider with more AS numbers, so many are shown: the largest. */
const maxOperators = 100;

/** Makes the operators ready to be searched, put together into providers as people know them. */
export function createProviderCatalogue(entries: readonly OperatorEntry[]): ProviderCatalogue {
  const groups = groupOperators(entries);
  const named = new Map(
    groups.flatMap(({ name: provider, operators }) =>
      operators.map(({ asn, name }) => [asn, { asn, name, provider }] as const),
    ),
  );
  return {
    search(query, { country, limit = defaultLimit } = {}) {
      const rank = ranking(query);
      const best: Found[] = [];
      for (const group of groups) {
        const fit = rank(group);
        if (fit === undefined) continue;
        const found = { group, rank: fit, isHome: isIn(group, country), addresses: weightIn(group, country) };
        insert(best, found, limit);
      }
      return best.map(({ group }) => present(group, country));
    },
    namesOf(asns) {
      return [...new Set(asns)].flatMap((asn) => named.get(asn) ?? []);
    },
  };
}

/** Keeps the best in order. Of a hundred thousand that fit, to sort all of them would take most of the time. */
function insert(best: Found[], found: Found, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last && compare(last, found) <= 0) return;
  const index = best.findIndex((one) => compare(found, one) < 0);
  best.splice(index < 0 ? best.length : index, 0, found);
  if (best.length > limit) best.pop();
}

function compare(a: Found, b: Found): number {
  return a.rank - b.rank || Number(b.isHome) - Number(a.isHome) || b.addresses - a.addresses;
}

function groupOperators(entries: readonly OperatorEntry[]): Group[] {
  const brandOf = new Map(Object.entries(brands).flatMap(([name, asns]) => asns.map((asn) => [asn, name])));
  const byKey = new Map<string, OperatorEntry[]>();
  for (const entry of entries) {
    const brand = brandOf.get(entry.asn);
    const key = brand === undefined ? `organisation ${organisationKey(entry.name)}` : `brand ${brand}`;
    const group = byKey.get(key);
    if (group) group.push(entry);
    else byKey.set(key, [entry]);
  }
  return [...byKey.values()].map((members) => {
    const operators = members.toSorted((a, b) => b.addresses - a.addresses);
    const [largest] = operators;
    const name = brandOf.get(largest?.asn ?? 0) ?? largest?.name ?? '';
    return {
      name,
      own: foldText(name),
      text: ` ${foldText([name, ...new Set(operators.map((one) => one.name))].join(' '))}`,
      numbers: ` ${operators.map(({ asn }) => asn).join(' ')} `,
      operators,
      countries: new Set(operators.flatMap(({ country }) => country ?? [])),
      addresses: operators.reduce((sum, { addresses }) => sum + addresses, 0),
    };
  });
}

/** Ranks groups for one query; undefined where a group does not fit. */
function ranking(query: string): (group: Group) => number | undefined {
  const [, digits] = /^\s*(?:asn?)?[\s-]*0*([1-9]\d{0,9})\s*$/i.exec(query) ?? [];
  if (digits !== undefined) return (group) => rankOfNumber(group, digits);
  const wanted = foldText(query);
  // Signs alone are no name; nothing at all asks for suggestions.
  if (wanted === '' && query.trim() !== '') return () => undefined;
  const words = wanted.split(' ').filter((word) => word !== '');
  return (group) => rankOfName(group, wanted, words);
}

/** 0: a number of the group; 1: one begins so. */
function rankOfNumber({ numbers }: Group, digits: string): number | undefined {
  if (!numbers.includes(` ${digits}`)) return undefined;
  return numbers.includes(` ${digits} `) ? 0 : 1;
}

/** 0: the name itself; 1: it begins so; 2: each word begins one of its words; 3: somewhere inside. */
function rankOfName({ own, text }: Group, wanted: string, words: readonly string[]): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  if (wanted === '' || own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  return words.every((word) => text.includes(` ${word}`)) ? 2 : 3;
}

const isIn = ({ countries }: Group, country: string | undefined) =>
  country !== undefined && countries.has(country);

/** How large a provider is, in a country if one is named and it is there. */
function weightIn(group: Group, country: string | undefined): number {
  const { operators, addresses } = group;
  if (!isIn(group, country)) return addresses;
  return operators.reduce((sum, one) => sum + (one.country === country ? one.addresses : 0), 0);
}

function present({ name, operators }: Group, country: string | undefined): Provider {
  const home = operators.filter((one) => one.country === country);
  const away = operators.filter((one) => one.country !== country);
  const shown = (country === undefined ? operators : [...home, ...away]).slice(0, maxOperators);
  const [first] = shown;
  return {
    name,
    ...(first?.country && { country: first.country }),
    operators: shown.map(({ asn, name: own, country: of }) => ({
      asn,
      name: own,
      ...(of && { country: of }),
    })),
  };
}
