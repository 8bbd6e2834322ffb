import type { Condition, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { suggestPlace } from './suggest-place.ts';

function rule(action: Rule['action'], condition: Condition, enabled = true): Rule {
  return { id: 'x', action, condition, enabled };
}
const office: Condition = { kind: 'address', ranges: ['203.0.113.0/28'] };
const france: Condition = { kind: 'country', countries: ['FR'] };
const servers: Condition = { kind: 'network', networks: ['hosting'] };
const outlook: Condition = { kind: 'network', networks: ['mail-cloud'] };

describe('a new rule', () => {
  test('goes to the end where nothing speaks against it', () => {
    expect(suggestPlace('allow', 'country', [rule('block', servers), rule('allow', office)])).toBe(2);
    expect(suggestPlace('block', 'network', [])).toBe(0);
  });

  test('that blocks goes above what would let the same people in, below the exceptions', () => {
    const rules = [rule('allow', office), rule('allow', outlook), rule('allow', france)];
    expect(suggestPlace('block', 'network', rules)).toBe(2);
    expect(suggestPlace('block', 'country', rules)).toBe(2);
  });

  test('that blocks an address goes above every allow', () => {
    expect(suggestPlace('block', 'address', [rule('block', servers), rule('allow', office)])).toBe(1);
  });

  test('that allows an address goes above every block', () => {
    expect(suggestPlace('allow', 'address', [rule('allow', france), rule('block', servers)])).toBe(1);
  });

  test('takes no notice of rules that are switched off', () => {
    expect(suggestPlace('block', 'network', [rule('allow', france, false)])).toBe(1);
  });
});
