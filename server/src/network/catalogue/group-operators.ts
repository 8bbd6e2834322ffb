import networks from '../kinds/networks.json' with { type: 'json' };
import brands from './brands.json' with { type: 'json' };
import { foldText, joinedWords, organisationKey, tighten } from './search-text.ts';

/** An operator as the register has it. */
export type OperatorEntry = {
  asn: number;
  name: string;
  /** Where most of its addresses are, ISO 3166-1 alpha-2. */
  country?: string;
  /** IPv4 addresses that it announces: how large it is. */
  addresses: number;
};

/** A provider as people know it, ready to be searched. */
export type Group = {
  name: string;
  /** The name as it is searched. */
  own: string;
  /** The same with nothing between its letters. */
  tight: string;
  /** All names of the group as they are searched, with a space before each word. */
  text: string;
  /** All AS numbers, with a space before and after each. */
  numbers: string;
  /** The largest first. */
  operators: OperatorEntry[];
  countries: ReadonlySet<string>;
  addresses: number;
  /** Known to connect people, as far as we know providers: no data tell it of the others. */
  isAccessProvider: boolean;
};

const brandOf = new Map(Object.entries(brands).flatMap(([name, asns]) => asns.map((asn) => [asn, name])));
const rented = new Set(networks.operators.flatMap(({ asns }) => asns));

/** Puts operators together into providers as people know them. */
export function groupOperators(entries: readonly OperatorEntry[]): Group[] {
  const branded = Map.groupBy(entries, ({ asn }) => brandOf.get(asn));
  const others = branded.get(undefined) ?? [];
  branded.delete(undefined);
  return [
    ...[...branded].map(([name = '', members]) => groupOf(name, members)),
    ...organisationsOf(others).map((members) => groupOf(largestOf(members)?.name ?? '', members)),
  ];
}

/**
 * Within a country a name that differs in its legal form alone is one organisation's. Across countries it seldom is
 * ("SkyNet Ltd." in Russia, "Skynet Ltd" in Bulgaria): there the names must be the same to the letter, or whoever lets one
 * in would let a stranger in.
 */
function organisationsOf(entries: readonly OperatorEntry[]): OperatorEntry[][] {
  const national = Map.groupBy(entries, ({ country, name }) => `${country} ${organisationKey(name)}`);
  return [...Map.groupBy(national.values(), (members) => largestOf(members)?.name).values()].map((parts) =>
    parts.flat(),
  );
}

function groupOf(name: string, members: readonly OperatorEntry[]): Group {
  const operators = members.toSorted((a, b) => b.addresses - a.addresses);
  const names = [...new Set([name, ...operators.map((one) => one.name)])].join(' ');
  const own = foldText(name);
  const addresses = sizeOf(operators);
  const isBrand = brandOf.has(operators[0]?.asn ?? 0);
  return {
    name,
    own,
    tight: tighten(own),
    text: [' ', foldText(names), ...joinedWords(names)].join(' '),
    numbers: ` ${operators.map(({ asn }) => asn).join(' ')} `,
    operators,
    countries: new Set(operators.flatMap(({ country }) => country ?? [])),
    addresses,
    isAccessProvider: isBrand && sizeOf(operators.filter(({ asn }) => rented.has(asn))) * 2 < addresses,
  };
}

function largestOf(operators: readonly OperatorEntry[]): OperatorEntry | undefined {
  return operators.reduce<OperatorEntry | undefined>(
    (largest, one) => (largest && largest.addresses >= one.addresses ? largest : one),
    undefined,
  );
}

function sizeOf(operators: readonly OperatorEntry[]): number {
  return operators.reduce((sum, { addresses }) => sum + addresses, 0);
}
