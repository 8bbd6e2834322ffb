import {
  type Condition,
  type Decision,
  formatAddress,
  type NetworkFacts,
  networkKinds,
  type PolicySettings,
  parseAddress,
  parseAddressRange,
  type Rule,
} from '@email-firewall/contract';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, it } from 'vitest';
import { compilePolicy, evaluate } from './index.ts';

// Few values each, so that rules and attempts meet often.
const countries = ['FR', 'BE', 'DE'];
const asns = [3215, 12322, 24940];
const time = Date.parse('2026-11-24T12:00:00Z');

const ipv4 = fc.integer({ min: 0, max: 63 }).map((n) => `203.0.113.${n * 4}`);
const ipv6 = fc.integer({ min: 0, max: 63 }).map((n) => `2001:db8::${(n * 0x400).toString(16)}`);
const address = fc.oneof(ipv4, ipv6);

const block = fc.oneof(
  fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([base, bits]) => `${base}/${bits}`),
  fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([base, bits]) => `${base}/${bits}`),
);
const firstToLast = fc.oneof(fc.tuple(ipv4, ipv4), fc.tuple(ipv6, ipv6)).map(([a, b]) => {
  const inOrder = isAtMost(a, b);
  return inOrder ? `${a}-${b}` : `${b}-${a}`;
});
const range = fc.oneof(address, block, firstToLast);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.array(range, { minLength: 1, maxLength: 6 }).map((ranges): Condition => ({ kind: 'address', ranges })),
  fc.subarray(countries, { minLength: 1 }).map((list): Condition => ({ kind: 'country', countries: list })),
  fc.subarray(asns, { minLength: 1 }).map((list): Condition => ({ kind: 'operator', asns: list })),
  fc
    .subarray([...networkKinds], { minLength: 1 })
    .map((networks): Condition => ({ kind: 'network', networks })),
);
const action = fc.constantFrom('allow', 'block');
const rule = fc.record(
  {
    id: fc.uuid(),
    action,
    condition,
    enabled: fc.boolean(),
    expiresAt: fc.constantFrom(
      '2026-11-24T11:59:59.999Z',
      '2026-11-24T12:00:00Z',
      '2026-11-24T12:00:00.001Z',
    ),
  },
  { requiredKeys: ['id', 'action', 'condition', 'enabled'] },
) as fc.Arbitrary<Rule>;
const policy: fc.Arbitrary<PolicySettings> = fc.record({
  mode: fc.constantFrom('enforce', 'monitor', 'off'),
  protocols: fc.constantFrom(['imap', 'pop3'], ['imap', 'pop3', 'smtp']),
  rules: fc.array(rule, { maxLength: 8 }),
  defaultAction: action,
}) as fc.Arbitrary<PolicySettings>;
const facts = fc.record(
  {
    country: fc.constantFrom(...countries),
    operator: fc.constantFrom(...asns).map((asn) => ({ asn, name: `AS${asn}` })),
    network: fc.constantFrom(...networkKinds),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NetworkFacts>;

it('decides as the first hit of a plain reading of the rules does', () => {
  fc.assert(
    fc.property(
      policy,
      address,
      facts,
      fc.constantFrom('imap', 'pop3', 'smtp'),
      (settings, from, known, protocol) => {
        const parsed = parseAddress(from);
        if (!parsed) throw new Error(from);
        const attempt = { address: parsed, protocol, time, isFromServer: false } as const;
        expect(evaluate(compilePolicy(settings), attempt, known)).toEqual(
          readPlainly(settings, from, known, protocol),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

it('reads an address back as it spells it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const parsed = parseAddress(text);
      if (!parsed) throw new Error(text);
      expect(parseAddress(formatAddress(parsed))).toEqual(parsed);
    }),
  );
});

it('spells a range so that it reads back as the same range', () => {
  fc.assert(
    fc.property(range, (text) => {
      const parsed = parseAddressRange(text);
      if (!parsed) throw new Error(text);
      expect(parseAddressRange(parsed.text)).toEqual(parsed);
    }),
  );
});

/** The rules as a person reads them aloud, with ipaddr.js and no preparation. */
function readPlainly(
  settings: PolicySettings,
  from: string,
  known: NetworkFacts,
  protocol: string,
): Decision {
  const isEnforced = settings.mode === 'enforce';
  if (settings.mode === 'off') return { action: 'allow', isEnforced: true, decidedBy: { kind: 'off' } };
  if (!settings.protocols.some((watched) => watched === protocol)) {
    return { action: 'allow', isEnforced: true, decidedBy: { kind: 'protocol' } };
  }
  const index = settings.rules.findIndex((one) => {
    if (!one.enabled || (one.expiresAt && Date.parse(one.expiresAt) <= time)) return false;
    return holds(one.condition, from, known);
  });
  const hit = settings.rules[index];
  const reason = hit
    ? `Access denied by email firewall rule no. ${index + 1}`
    : 'Access denied by email firewall default action';
  const chosen = hit?.action ?? settings.defaultAction;
  return {
    action: chosen,
    isEnforced,
    decidedBy: hit ? { kind: 'rule', ruleNumber: index + 1, ruleId: hit.id } : { kind: 'default' },
    ...(chosen === 'block' && { reason }),
  };
}

function holds(one: Condition, from: string, known: NetworkFacts): boolean {
  if (one.kind === 'country') return known.country !== undefined && one.countries.includes(known.country);
  if (one.kind === 'operator') return known.operator !== undefined && one.asns.includes(known.operator.asn);
  if (one.kind === 'network') return known.network !== undefined && one.networks.includes(known.network);
  return one.ranges.some((text) => {
    const [first = '', last = first] = text.split('-');
    if (!text.includes('/')) return isAtMost(first, from) && isAtMost(from, last);
    const [base, bits] = ipaddr.parseCIDR(text);
    const parsed = ipaddr.parse(from);
    return parsed.kind() === base.kind() && parsed.match(base, bits);
  });
}

function isAtMost(a: string, b: string): boolean {
  const [left, right] = [ipaddr.parse(a), ipaddr.parse(b)];
  if (left.kind() !== right.kind()) return false;
  return Buffer.compare(Buffer.from(left.toByteArray()), Buffer.from(right.toByteArray())) <= 0;
}
