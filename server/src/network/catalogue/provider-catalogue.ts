import type { OperatorName, Provider } from '@email-firewall/contract';
import { type Group, groupOperators, type OperatorEntry } from './group-operators.ts';
import { rankingFor } from './ranking.ts';

export type ProviderCatalogue = {
  /**
   * Finds providers by name, in whatever case, with or without accents and signs, or by AS number. An empty query finds those
   * that connect people, the largest first.
   *
   * @param options `country`: whose providers come first, of two that fit as well; `limit`: how many at most
   */
  search(query: string, options?: { country?: string | undefined; limit?: number }): Provider[];
  /** The operators of these AS numbers, as far as they are known, each with the name of the provider it belongs to. */
  namesOf(asns: readonly number[]): OperatorName[];
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
      const rank = rankingFor(query, country);
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
