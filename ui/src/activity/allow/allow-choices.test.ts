import type { Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { eventWith } from '../../events/test-events.ts';
import { english } from '../../words/test-words.ts';
import { choicesOf, choiceWords, isRefusal, startOf } from './allow-choices.ts';

function rule(id: string, action: Rule['action']): Rule {
  return { id, action, enabled: true, condition: { kind: 'country', countries: ['FR'] } };
}

function wordsFor(event: Parameters<typeof choicesOf>[0]): string[] {
  return choicesOf(event).map((choice) => choiceWords(choice, english).text);
}

describe('who was refused can be let in', () => {
  test('by address, by provider or by country, the narrowest first', () => {
    expect(wordsFor(eventWith())).toEqual([
      'This address: 88.198.0.7',
      'This provider: Hetzner',
      'This country: Germany',
    ]);
  });

  test('with IPv6 by the connection first, since its addresses change', () => {
    expect(wordsFor({ address: '2001:db8:77::9', facts: {} })).toEqual([
      'This connection: 2001:db8:77::/64',
      'This address: 2001:db8:77::9',
    ]);
  });

  test('by a provider under the name the register has, where people’s name for it is not known', () => {
    const facts = { operator: { asn: 64496, name: 'EXAMPLE-AS' } };
    expect(wordsFor({ address: '192.0.2.7', facts })).toContain('This provider: EXAMPLE-AS');
  });

  test('only where the rules refused, or would have', () => {
    const outcomes = ['refused', 'would-be-refused', 'let-in', 'logged-in', 'wrong-password'] as const;
    expect(outcomes.filter((outcome) => isRefusal({ outcome }))).toEqual(['refused', 'would-be-refused']);
  });
});

describe('the rule that lets in', () => {
  const rules = [rule('office', 'allow'), rule('servers', 'block'), rule('home', 'allow')];
  const [choice = { kind: 'country', country: 'DE' } as const] = choicesOf(eventWith());
  const byServers = eventWith({ decidedBy: { kind: 'rule', ruleNumber: 1, ruleId: 'servers' } });

  test('goes above the one that refused, wherever that stands by now', () => {
    expect(startOf(byServers, choice, { rules })).toEqual({
      kind: 'address',
      addresses: '88.198.0.7',
      action: 'allow',
      refusesRest: false,
      place: 1,
    });
  });

  test('goes where it fits best after the default action refused, or a rule that is gone', () => {
    expect(startOf(eventWith(), choice, { rules })).not.toHaveProperty('place');
    expect(startOf(byServers, choice, { rules: [] })).not.toHaveProperty('place');
  });
});
