import { describe, expect, it } from 'vitest';
import { countryCodes, emptyPolicy, limits, parse, policySchema, policySettingsSchema } from './index.ts';

const good = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [
    {
      id: 'a',
      action: 'allow',
      enabled: true,
      condition: { kind: 'address', ranges: [' 203.0.113.4 '] },
      note: 'Office',
    },
    { id: 'b', action: 'block', enabled: false, condition: { kind: 'country', countries: ['FR', 'XK'] } },
    { id: 'c', action: 'block', enabled: true, condition: { kind: 'operator', asns: [1, 4294967295] } },
    {
      id: 'd',
      action: 'block',
      enabled: true,
      condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor', 'relay', 'mail-cloud'] },
      expiresAt: '2026-12-31T22:00:00Z',
    },
  ],
  defaultAction: 'block',
};

function messagesFor(change: (policy: typeof good & Record<string, unknown>) => void): string[] {
  const policy = structuredClone(good);
  change(policy);
  const result = parse(policySettingsSchema, policy);
  return result.ok ? [] : result.faults.map((fault) => `${fault.path} | ${fault.message}`);
}

function inFirstRule(rule: object): string[] {
  return messagesFor((policy) => Object.assign(policy.rules[0] ?? {}, rule));
}

describe('settings', () => {
  it('may hold all four kinds of condition, and ranges come out in their usual spelling', () => {
    const result = parse(policySettingsSchema, good);
    expect(result).toMatchObject({
      ok: true,
      value: { rules: [{ condition: { ranges: ['203.0.113.4'] } }, {}, {}, {}] },
    });
  });

  it('are refused with every fault at once, each with its rule, what was found and what is expected', () => {
    const messages = messagesFor((policy) => {
      Object.assign(policy.rules[0] ?? {}, {
        condition: { kind: 'address', ranges: ['10.0.0.0/33', '10.0.0.1', 'x'] },
      });
      Object.assign(policy.rules[2] ?? {}, { action: 'deny' });
      policy.defaultAction = 'refuse';
    });
    const expected =
      'is not a range of addresses. Write one address (10.0.0.7), a block (10.0.0.0/24) or first-last (10.0.0.1-10.0.0.9).';
    expect(messages).toEqual([
      `rules.0.condition.ranges.0 | Rule 1: "10.0.0.0/33" ${expected}`,
      `rules.0.condition.ranges.2 | Rule 1: "x" ${expected}`,
      'rules.2.action | Rule 3: "deny" is not one of allow, block.',
      'defaultAction | "refuse" is not one of allow, block.',
    ]);
  });

  it.each([
    [
      { condition: { kind: 'country', countries: ['fr'] } },
      'rules.0.condition.countries.0 | Rule 1: "fr" is not a country code. Write two capital letters (FR) of ISO 3166-1.',
    ],
    [
      { condition: { kind: 'country', countries: ['ZZ'] } },
      'rules.0.condition.countries.0 | Rule 1: "ZZ" is not a country code. Write two capital letters (FR) of ISO 3166-1.',
    ],
    [
      { condition: { kind: 'country', countries: [] } },
      'rules.0.condition.countries | Rule 1: "countries" is too short: at least 1 entries.',
    ],
    [
      { condition: { kind: 'operator', asns: [4294967296] } },
      'rules.0.condition.asns.0 | Rule 1: 4294967296 is not an AS number. Write a whole number from 1 to 4294967295 (3215).',
    ],
    [
      { condition: { kind: 'operator', asns: ['AS3215'] } },
      'rules.0.condition.asns.0 | Rule 1: "AS3215" is not of type number.',
    ],
    [
      { condition: { kind: 'network', networks: ['home'] } },
      'rules.0.condition.networks.0 | Rule 1: "home" is not one of hosting, vpn, tor, relay, mail-cloud.',
    ],
    [
      { condition: { kind: 'time' } },
      'rules.0.condition.kind | Rule 1: "kind" is not a known kind of condition. Write address, country, operator or network.',
    ],
    [
      { expiresAt: 'tomorrow' },
      'rules.0.expiresAt | Rule 1: "tomorrow" is not a moment in UTC. Write it like 2026-12-31T22:00:00Z.',
    ],
    [
      { expiresAt: '2026-12-31T22:00:00+01:00' },
      'rules.0.expiresAt | Rule 1: "2026-12-31T22:00:00+01:00" is not a moment in UTC. Write it like 2026-12-31T22:00:00Z.',
    ],
    [{ enabled: 'yes' }, 'rules.0.enabled | Rule 1: "yes" is not of type boolean.'],
    [{ enabled: undefined }, 'rules.0.enabled | Rule 1: "enabled" is missing. Expected: boolean.'],
    [{ id: '../x' }, 'rules.0.id | Rule 1: "../x" is not a rule id. Use letters, digits, "-" and "_".'],
    [{ id: 'b' }, 'rules | "rules" hold the same rule id twice. Give each rule its own id.'],
    [
      { effect: 'deny' },
      'rules.0.effect | Rule 1: "effect" is not a field that is known here. Leave it out.',
    ],
  ])('%j is refused', (rule, message) => {
    expect(inFirstRule(rule)).toEqual([message]);
  });

  it('always watch IMAP and POP3', () => {
    expect(messagesFor((policy) => Object.assign(policy, { protocols: ['imap', 'smtp'] }))).toEqual([
      'protocols | "protocols" must name imap and pop3: these are always watched.',
    ]);
  });

  it('have bounds', () => {
    const many = Array.from({ length: limits.rules + 1 }, (_, index) => ({
      ...good.rules[1],
      id: `r${index}`,
    }));
    expect(messagesFor((policy) => Object.assign(policy, { rules: many }))).toEqual([
      'rules | "rules" is too long: at most 1000 entries.',
    ]);
    expect(inFirstRule({ note: 'x'.repeat(201) })).toEqual([
      `rules.0.note | Rule 1: "${'x'.repeat(57)}..." is too long: at most 200 characters.`,
    ]);
  });
});

it('a policy that was never saved is valid and lets everyone in', () => {
  const policy = emptyPolicy('info@shop.example');
  expect(parse(policySchema, policy)).toEqual({ ok: true, value: policy });
  expect(policy).toMatchObject({ rules: [], defaultAction: 'allow', revision: 0 });
});

it('country codes are the 249 of ISO 3166-1 and Kosovo, each with a name', () => {
  expect(new Set(countryCodes).size).toBe(250);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(countryCodes.filter((code) => !names.of(code))).toEqual([]);
});
