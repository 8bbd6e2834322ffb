import type { Provider } from '@email-firewall/contract';

export type OperatorEntry = { asn: number; name: string; country?: string; addresses: number };

export type ProviderCatalogue = {
  search(query: string, options?: { country?: string; limit?: number }): Provider[];
};

export function createProviderCatalogue(entries: readonly OperatorEntry[]): ProviderCatalogue {
  return {
    search(query, { country, limit = 20 } = {}) {
      const wanted = query.toLowerCase().replace(/^as\s*(?=\d)/, '');
      return entries
        .filter(({ asn, name }) => String(asn).startsWith(wanted) || name.toLowerCase().includes(wanted))
        .toSorted(
          (a, b) =>
            Number(b.country === country) - Number(a.country === country) || b.addresses - a.addresses,
        )
        .slice(0, limit)
        .map(({ asn, name, country: of }) => ({
          name,
          ...(of && { country: of }),
          operators: [{ asn, name, ...(of && { country: of }) }],
        }));
    },
  };
}
