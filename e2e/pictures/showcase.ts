import type { PolicySettings, Rule } from '@email-firewall/contract';

const base: PolicySettings = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [],
  defaultAction: 'block',
};

const office: Rule = {
  id: 'office',
  action: 'allow',
  enabled: true,
  note: 'Office fibre',
  condition: { kind: 'address', ranges: ['203.0.113.0/28'] },
};

const servers: Rule = {
  id: 'servers',
  action: 'block',
  enabled: true,
  note: 'Servers do not read mail',
  condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor'] },
};

const country: Rule = {
  id: 'country',
  action: 'allow',
  enabled: true,
  condition: { kind: 'country', countries: ['FR', 'BE'] },
};

const provider: Rule = {
  id: 'provider',
  action: 'allow',
  enabled: false,
  condition: { kind: 'operator', asns: [3215, 5511] },
};

/**
 * What a small business may have set for its mailboxes.
 *
 * @param now the trip ends two weeks later
 */
export function showcase(now: Date): Readonly<Record<string, PolicySettings>> {
  const end = new Date(now);
  end.setDate(now.getDate() + 14);
  end.setHours(20, 0, 0, 0);
  const trip: Rule = {
    id: 'trip',
    action: 'allow',
    enabled: true,
    note: 'Trip to Rotterdam',
    expiresAt: end.toISOString(),
    condition: { kind: 'country', countries: ['NL'] },
  };
  return {
    'info@demo.test': { ...base, rules: [office, servers, country, trip, provider] },
    'shop@demo.test': { ...base, rules: [office, country] },
    'bob@demo.test': { ...base, mode: 'monitor', rules: [servers], defaultAction: 'allow' },
  };
}
