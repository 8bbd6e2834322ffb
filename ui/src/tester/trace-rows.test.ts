import type { NetworkFacts, Rule, RuleOutcome } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { firstShown, traceRows } from './trace-rows.ts';

const conditions: Record<string, Rule['condition']> = {
  office: { kind: 'address', ranges: ['203.0.113.0/28'] },
  offices: { kind: 'address', ranges: ['203.0.113.0/28', '198.51.100.7'] },
  country: { kind: 'country', countries: ['FR'] },
  provider: { kind: 'operator', asns: [24940] },
  kind: { kind: 'network', networks: ['hosting', 'vpn'] },
};

/** The facts of one rule that came out like this, as they are read. */
function read(name: string, outcome: RuleOutcome, facts: NetworkFacts = {}, words = english) {
  const condition = conditions[name];
  if (!condition) throw new Error(name);
  const rule: Rule = {
    id: name,
    action: 'block',
    enabled: outcome !== 'disabled',
    expiresAt: '2026-01-31T12:00:00.000Z',
    condition,
  };
  const trace = [{ ruleNumber: 7, ruleId: name, outcome }];
  const decision = { action: 'block', isEnforced: true, decidedBy: { kind: 'default' }, trace } as const;
  const [row] = traceRows(decision, { rules: [rule] }, facts, words);
  if (!row) throw new Error('no row');
  return row;
}

describe('a rule that was read', () => {
  test('has its number, its sentence, and how it came out', () => {
    expect(read('country', 'hit', { country: 'FR' })).toEqual({
      number: 7,
      ruleId: 'country',
      outcome: 'hit',
      action: 'block',
      sentence: 'block France',
      result: 'fits, and decides',
      fact: 'country: France',
    });
  });

  test.each([
    ['country', 'miss', { country: 'DE' }, 'country: Germany'],
    ['country', 'unknown', {}, 'country unknown'],
    [
      'provider',
      'hit',
      { operator: { asn: 24940, name: 'Hetzner Online GmbH' } },
      'provider: Hetzner (AS24940)',
    ],
    [
      'provider',
      'miss',
      { operator: { asn: 64500, name: 'Example Net' } },
      'provider: Example Net (AS64500)',
    ],
    ['provider', 'unknown', {}, 'provider unknown'],
    ['kind', 'hit', { network: 'hosting' }, 'kind: hosting network'],
    ['kind', 'miss', { network: 'tor' }, 'kind: Tor exit'],
    ['kind', 'unknown', {}, 'not on any list of such networks'],
    ['office', 'hit', {}, 'in 203.0.113.0/28'],
    ['offices', 'hit', {}, 'among these addresses'],
    ['office', 'miss', {}, 'not in these addresses'],
  ] as const)('%s, %s: says what it was held against', (name, outcome, facts, fact) => {
    expect(read(name, outcome, facts).fact).toBe(fact);
  });

  test('that was passed over says why, and was held against nothing', () => {
    expect(read('country', 'disabled', { country: 'FR' })).toMatchObject({
      result: 'passed over: switched off',
      fact: undefined,
    });
    expect(read('country', 'expired').result).toMatch(/^passed over: ended 31 January 2026/);
  });

  test('speaks French', () => {
    const { sentence, result, fact } = read('country', 'miss', { country: 'DE' }, french);
    expect([sentence, result, fact].join(' | ').replaceAll('\u00a0', ' ')).toBe(
      'bloquer : France | ne correspond pas | pays : Allemagne',
    );
  });
});

describe('a long list', () => {
  test('up to six rules are all shown, of more the last three', () => {
    expect([0, 1, 6, 7, 200].map(firstShown)).toEqual([0, 0, 0, 4, 197]);
  });
});
