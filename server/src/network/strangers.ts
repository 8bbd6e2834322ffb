import type { NetworkFacts, StrangerKind } from '@email-firewall/contract';
import type { FactsSource } from './facts-source.ts';

export type Stranger = { kind: StrangerKind; address: string; facts: NetworkFacts };

/**
 * Addresses that stand for typical strangers. Address blocks change hands: each counts only while the data in force say
 * of it what it stands for.
 */
const candidates: Readonly<Record<StrangerKind, readonly string[]>> = {
  // Hetzner, OVH, DigitalOcean
  server: ['88.198.0.7', '51.68.1.7', '159.65.1.7'],
  // Proton VPN, Mullvad
  vpn: ['185.159.157.3', '193.138.218.7', '45.83.220.7'],
  // Artikel10's exits, which the Tor Project lists
  tor: ['185.220.101.5'],
  // Claro in Brazil, SoftBank in Japan, Telmex in Mexico, Telekom in Germany
  home: ['177.32.1.7', '126.1.1.7', '189.128.1.7', '87.128.0.1'],
};

const networkOf = { server: 'hosting', vpn: 'vpn', tor: 'tor', home: undefined } as const;

/**
 * One stranger of each kind that the data know.
 *
 * @param country where the person is, ISO 3166-1 alpha-2; a stranger's home is elsewhere
 */
export function strangersTo(country: string | undefined, facts: FactsSource): Stranger[] {
  return (Object.keys(candidates) as StrangerKind[]).flatMap((kind) => {
    const strangers = candidates[kind].map((address) => ({ kind, address, facts: facts.factsFor(address) }));
    return strangers.find((stranger) => isTypical(stranger, country)) ?? [];
  });
}

function isTypical({ kind, facts }: Stranger, country: string | undefined): boolean {
  if (facts.network !== networkOf[kind]) return false;
  return kind !== 'home' || (facts.country !== undefined && facts.country !== country);
}
