import type { NetworkFacts } from '@email-firewall/contract';

/** The people and machines of the tests, with what a complete set of databases would know of their addresses. */
export const cast = {
  'Alice at home': {
    address: '90.12.34.56',
    facts: { country: 'FR', operator: { asn: 3215, name: 'Orange' } },
  },
  "Alice's phone": {
    address: '2a01:cb00:1::7',
    facts: { country: 'FR', operator: { asn: 3215, name: 'Orange' } },
  },
  'Alice travelling': {
    address: '81.82.83.84',
    facts: { country: 'BE', operator: { asn: 6848, name: 'Telenet' } },
  },
  'the office': { address: '203.0.113.9', facts: { country: 'FR', operator: { asn: 12322, name: 'Free' } } },
  'a rented server': {
    address: '88.198.0.7',
    facts: { country: 'DE', operator: { asn: 24940, name: 'Hetzner' }, network: 'hosting' },
  },
  'a VPN exit': {
    address: '185.159.157.3',
    facts: { country: 'CH', operator: { asn: 62371, name: 'Proton' }, network: 'vpn' },
  },
  'a Tor exit': {
    address: '185.220.101.5',
    facts: { country: 'DE', operator: { asn: 60729, name: 'Stiftung Erneuerbare Freiheit' }, network: 'tor' },
  },
  'an address no database knows': { address: '198.51.100.99', facts: {} },
} as const satisfies Record<string, { address: string; facts: NetworkFacts }>;

export type Character = keyof typeof cast;
