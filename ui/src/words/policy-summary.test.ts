import { type Condition, outlineOf, type PolicySettings, type Rule } from '@email-firewall/contract';
import { describe, expect, test, vi } from 'vitest';
import { policySummary, shortSummary } from './policy-summary.ts';
import { english, french } from './test-words.ts';

const office: Condition = { kind: 'address', ranges: ['203.0.113.0/28', '203.0.113.99'] };
const france: Condition = { kind: 'country', countries: ['FR', 'BE'] };
const orange: Condition = { kind: 'operator', asns: [3215, 5511] };
const strangers: Condition = { kind: 'network', networks: ['hosting', 'vpn', 'tor'] };

function rule(action: Rule['action'], condition: Condition, more: Partial<Rule> = {}): Rule {
  return { id: 'x', action, condition, enabled: true, ...more };
}

function outline(rules: Rule[], defaultAction: PolicySettings['defaultAction']) {
  const time = Date.parse('2026-11-24T12:00:00Z');
  return { outline: outlineOf({ rules, defaultAction }, time), defaultAction, rules: rules.length };
}

function whole(rules: Rule[], defaultAction: PolicySettings['defaultAction'], words = english): string {
  const { lead, rest } = policySummary(outline(rules, defaultAction), words);
  return `${lead} ${rest}`.trim();
}

describe('a policy in words', () => {
  test('without rules', () => {
    expect(whole([], 'allow')).toBe('Mail programs may read this mailbox from anywhere.');
    expect(whole([], 'block')).toBe('No mail program may read this mailbox, from anywhere.');
  });

  test('that lets in a few', () => {
    const rules = [rule('allow', office, { note: 'Office' }), rule('allow', france), rule('allow', orange)];
    expect(whole(rules, 'block')).toBe(
      'Mail programs may read this mailbox from Office (203.0.113.0/28 and 1 more), France, Belgium or Orange. ' +
        'Everything else is refused.',
    );
  });

  test('that refuses a few', () => {
    expect(whole([rule('block', strangers)], 'allow')).toBe(
      'Mail programs may read this mailbox from anywhere except hosting networks, VPNs or Tor.',
    );
  });

  test('that refuses some of those it lets in', () => {
    expect(whole([rule('block', strangers), rule('allow', france)], 'block')).toBe(
      'Mail programs may read this mailbox from France or Belgium, but not through hosting networks, VPNs or Tor. ' +
        'Everything else is refused.',
    );
  });

  test('with an exception above', () => {
    const rules = [rule('allow', office), rule('block', strangers), rule('allow', france)];
    expect(whole(rules, 'block')).toContain(
      'from 203.0.113.0/28 and 1 more; also from France or Belgium, but not through hosting networks',
    );
  });

  test('in any other order is told step by step', () => {
    const rules = [rule('allow', office), rule('block', france)];
    expect(whole(rules, 'allow')).toBe(
      'Let in: 203.0.113.0/28 and 1 more. Of the rest, refused: France and Belgium. Everything else is let in.',
    );
  });

  test('says until when', () => {
    const rules = [rule('allow', france, { expiresAt: '2026-12-12T12:00:00Z' })];
    vi.setSystemTime('2026-11-24T12:00:00Z');
    expect(whole(rules, 'block')).toContain('from France (until 12 December) or Belgium (until');
    vi.useRealTimers();
  });

  test('in French', () => {
    expect(whole([rule('block', strangers), rule('allow', france)], 'block', french)).toBe(
      'Accès autorisé à cette boîte mail\u00a0: France ou Belgique, hors réseaux d’hébergeurs, VPN ou Tor. ' +
        'Tout le reste est refusé.',
    );
  });
});

describe('a policy in a few words', () => {
  test('fits a line of a list', () => {
    const short = (rules: Rule[], action: PolicySettings['defaultAction']) =>
      shortSummary(outline(rules, action), english);
    expect(short([], 'allow')).toBe('Readable from anywhere with the password');
    expect(short([], 'block')).toBe('Nobody: everything is refused');
    expect(short([rule('allow', france)], 'block')).toBe('Only France and Belgium');
    expect(short([rule('block', strangers)], 'allow')).toBe(
      'Everywhere except hosting networks, VPNs and Tor',
    );
    expect(short([rule('block', strangers), rule('allow', france)], 'block')).toBe(
      'Only France and Belgium, but not through hosting networks, VPNs or Tor',
    );
  });

  test('has room for exceptions above', () => {
    const rules = [rule('allow', office), rule('block', strangers), rule('allow', france)];
    expect(shortSummary(outline(rules, 'block'), english)).toBe(
      'Only 203.0.113.0/28 and 1 more; also France and Belgium, but not through hosting networks, VPNs or Tor',
    );
  });

  test('calls addresses by their note alone', () => {
    const rules = [rule('allow', office, { note: 'Office' }), rule('allow', france)];
    expect(shortSummary(outline(rules, 'block'), english)).toBe('Only Office, France and Belgium');
  });

  test('lets no note turn the sentence round, or stand for nothing', () => {
    const turning = [rule('allow', office, { note: ' \u202eeciffO\u2069' }), rule('allow', france)];
    expect(shortSummary(outline(turning, 'block'), english)).toBe('Only eciffO, France and Belgium');
    const blank = [rule('allow', office, { note: ' \u200b\n' }), rule('allow', france)];
    expect(shortSummary(outline(blank, 'block'), english)).toBe(
      'Only 203.0.113.0/28 and 1 more, France and Belgium',
    );
  });

  test('has none for what takes more', () => {
    const rules = [rule('allow', office), rule('block', france)];
    expect(shortSummary(outline(rules, 'allow'), english)).toBeUndefined();
  });
});
