import type { Event, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { decidedWords } from './result-words.ts';

const servers: Rule = {
  id: 'servers',
  action: 'block',
  enabled: true,
  condition: { kind: 'network', networks: ['vpn'] },
};
const byRule: Event['decidedBy'] = { kind: 'rule', ruleNumber: 2, ruleId: 'servers' };

describe('what decided an attempt', () => {
  test('is the rule by its number, in the words it had then', () => {
    const event = { outcome: 'refused', decidedBy: byRule, rule: servers } as const;
    expect(decidedWords(event, english)).toBe('rule 2: block VPNs');
    expect(decidedWords(event, french)).toBe('règle 2, bloquer\u00a0: VPN');
  });

  test('names the note by which the person knows the rule', () => {
    const rule = { ...servers, note: 'Servers do not read mail' };
    expect(decidedWords({ outcome: 'refused', decidedBy: byRule, rule }, english)).toBe(
      'rule 2: block VPNs (“Servers do not read mail”)',
    );
  });

  test('is the rule’s number alone where the log does not hold the rule', () => {
    expect(decidedWords({ outcome: 'refused', decidedBy: byRule }, english)).toBe('rule 2');
  });

  test('says that a mailbox was only watched', () => {
    const event = { outcome: 'would-be-refused', decidedBy: { kind: 'default' } } as const;
    expect(decidedWords(event, english)).toBe('watching only: everything else (no rule fits)');
  });

  test('does not sound like a refusal where only the password was wrong', () => {
    const event = { outcome: 'wrong-password', decidedBy: { kind: 'default' } } as const;
    expect(decidedWords(event, english)).toBe('let through: everything else (no rule fits)');
  });

  test('is left to the mail server where its log alone tells of the attempt', () => {
    expect(decidedWords({ outcome: 'wrong-password' }, english)).toBe('seen in the mail server’s log');
  });
});
