import { isCountryCode, type NetworkFacts, type NetworkKind } from '@email-firewall/contract';

/** What stands in a record under a path of names, whatever the record is. */
function at(record: unknown, ...path: readonly string[]): unknown {
  let value = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  }
  return value;
}

/**
 * The country of a record: `country.iso_code` (MaxMind, DB-IP), `country_code` (IPinfo Lite, ip-location-db) or `country` (IPinfo).
 * Where an address is registered (`registered_country`) is not where it is, and does not count.
 */
export function readCountry(record: unknown): string | undefined {
  const found = [at(record, 'country', 'iso_code'), at(record, 'country_code'), at(record, 'country')];
  return found.find((value): value is string => typeof value === 'string' && isCountryCode(value));
}

/** Where the databases write the AS number, and where beside it its name; `traits` is MaxMind's Enterprise. */
const operatorFields = [
  { asn: ['autonomous_system_number'], name: ['autonomous_system_organization'] },
  { asn: ['traits', 'autonomous_system_number'], name: ['traits', 'autonomous_system_organization'] },
  { asn: ['asn'], name: ['as_name'] },
  { asn: ['asn'], name: ['name'] },
] as const;

/** The operator of a record: its AS number as a number or like "AS3215", and its name. */
export function readOperator(record: unknown): NetworkFacts['operator'] {
  for (const fields of operatorFields) {
    const asn = readAsn(at(record, ...fields.asn));
    const name = at(record, ...fields.name);
    if (asn !== undefined && typeof name === 'string') return { asn, name };
  }
  const asn = readAsn(at(record, 'autonomous_system_number')) ?? readAsn(at(record, 'asn'));
  return asn === undefined ? undefined : { asn, name: '' };
}

function readAsn(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const [, digits] = /^(?:AS)?([1-9]\d{0,9})$/i.exec(text) ?? [];
  const asn = Number(digits);
  return digits !== undefined && asn < 2 ** 32 ? asn : undefined;
}

/** MaxMind's names first, IPinfo's after them. In the order in which kinds count. */
const kindFields: readonly [NetworkKind, readonly string[]][] = [
  ['tor', ['is_tor_exit_node', 'tor']],
  ['relay', ['relay']],
  ['vpn', ['is_anonymous_vpn', 'vpn']],
  ['hosting', ['is_hosting_provider', 'hosting']],
];

/** The kind of network of a record of anonymous addresses. */
export function readKind(record: unknown): NetworkKind | undefined {
  function isSet(name: string): boolean {
    const value = at(record, name);
    return value === true || value === 'true';
  }
  return kindFields.find(([, names]) => names.some(isSet))?.[0];
}
