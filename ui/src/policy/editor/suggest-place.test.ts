import type { Condition, ConditionKind, NetworkKind, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { suggestPlace } from './suggest-place.ts';

function rule(action: Rule['action'], condition: Condition, enabled = true): Rule {
  return { id: 'x', action, condition, enabled };
}

function placeOf(action: Rule['action'], kind: ConditionKind, rules: Rule[], networks: NetworkKind[] = []) {
  return suggestPlace({ action, kind, networks }, rules);
}

const office: Condition = { kind: 'address', ranges: ['203.0.113.0/28'] };
const france: Condition = { kind: 'country', countries: ['FR'] };
const servers: Condition = { kind: 'network', networks: ['hosting'] };
const outlook: Condition = { kind: 'network', networks: ['mail-cloud'] };

describe('a new rule', () => {
  test('goes to the end where nothing speaks against it', () => {
    expect(placeOf('allow', 'country', [rule('block', servers), rule('allow', office)])).toBe(2);
    expect(placeOf('block', 'network', [])).toBe(0);
  });

  test('that blocks goes above what would let the same people in, below the exceptions', () => {
    const rules = [rule('allow', office), rule('allow', outlook), rule('allow', france)];
    expect(placeOf('block', 'network', rules)).toBe(2);
    expect(placeOf('block', 'country', rules)).toBe(2);
  });

  test('that blocks an address goes above every allow', () => {
    expect(placeOf('block', 'address', [rule('block', servers), rule('allow', office)])).toBe(1);
  });

  test('that allows a provider goes above the block that would meet it, below blocked addresses', () => {
    const rules = [rule('block', office), rule('block', servers), rule('allow', france)];
    expect(suggestPlace({ action: 'allow', kind: 'operator', networks: [] }, rules)).toBe(1);
  });

  test('that allows an address goes above every block', () => {
    expect(placeOf('allow', 'address', [rule('allow', france), rule('block', servers)])).toBe(1);
  });

  test('that lets in Outlook’s phone app goes above every block, one that blocks it above every allow', () => {
    const rules = [rule('allow', france), rule('block', servers), rule('allow', office)];
    expect(placeOf('allow', 'network', rules, ['mail-cloud'])).toBe(1);
    expect(placeOf('allow', 'network', rules, ['mail-cloud', 'vpn'])).toBe(3);
    expect(placeOf('block', 'network', rules, ['mail-cloud'])).toBe(0);
  });

  test('takes no notice of rules that are switched off', () => {
    expect(placeOf('block', 'network', [rule('allow', france, false)])).toBe(1);
  });
});
