import type { PolicySettings, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { applyChanges, hasEffect, type PolicyChange, replaces } from './policy-change.ts';

function rule(id: string): Rule {
  return { id, action: 'allow', condition: { kind: 'country', countries: ['FR'] }, enabled: true };
}

/** Written by hand, with everything the page cannot write yet. */
const byHand: Rule = {
  id: 'hand',
  action: 'block',
  condition: { kind: 'operator', asns: [64500] },
  note: 'asked by phone',
  enabled: false,
  expiresAt: '2026-01-01T00:00:00Z',
};

const settings: PolicySettings = {
  mode: 'monitor',
  protocols: ['imap', 'pop3', 'smtp'],
  rules: [rule('a'), byHand, rule('c')],
  defaultAction: 'allow',
};

function idsAfter(...changes: PolicyChange[]): string[] {
  return applyChanges(settings, changes).rules.map(({ id }) => id);
}

describe('a change', () => {
  test('a new rule goes to the place that is named', () => {
    expect(idsAfter({ kind: 'add-rule', rule: rule('d'), index: 1 })).toEqual(['a', 'd', 'hand', 'c']);
    expect(idsAfter({ kind: 'add-rule', rule: rule('d'), index: 99 })).toEqual(['a', 'hand', 'c', 'd']);
  });

  test('an edited rule keeps its place; one that was deleted meanwhile comes back', () => {
    const edited = { ...byHand, note: 'asked twice' };
    expect(applyChanges(settings, [{ kind: 'edit-rule', rule: edited }]).rules[1]).toEqual(edited);
    expect(idsAfter({ kind: 'edit-rule', rule: rule('gone') })).toEqual(['a', 'hand', 'c', 'gone']);
  });

  test('to edit a rule leaves it switched off where somebody switched it off meanwhile', () => {
    const edited = { ...byHand, enabled: true, note: 'asked twice' };
    const { rules } = applyChanges(settings, [{ kind: 'edit-rule', rule: edited }]);
    expect(rules[1]).toEqual({ ...edited, enabled: false });
  });

  test('a rule is switched off and on; one that is gone stays gone', () => {
    const off = applyChanges(settings, [{ kind: 'enable-rule', ruleId: 'a', enabled: false }]);
    expect(off.rules[0]?.enabled).toBe(false);
    expect(idsAfter({ kind: 'enable-rule', ruleId: 'gone', enabled: false })).toEqual(['a', 'hand', 'c']);
  });

  test('the mode and the watched protocols follow', () => {
    expect(applyChanges(settings, [{ kind: 'set-mode', mode: 'off' }]).mode).toBe('off');
    const unwatched = applyChanges(settings, [
      { kind: 'watch-protocol', protocol: 'smtp', isWatched: false },
    ]);
    expect(unwatched.protocols).toEqual(['imap', 'pop3']);
    const watched = applyChanges(unwatched, [{ kind: 'watch-protocol', protocol: 'smtp', isWatched: true }]);
    expect(watched.protocols).toEqual(['imap', 'pop3', 'smtp']);
  });

  test('a rule that says what it said, in another order of fields, is no change', () => {
    const { id, action, condition, enabled } = rule('a');
    const same: Rule = { enabled, condition, action, id };
    expect(hasEffect(settings, { kind: 'edit-rule', rule: same })).toBe(false);
  });

  test('a new rule goes to the end', () => {
    expect(idsAfter({ kind: 'add-rule', rule: rule('d') })).toEqual(['a', 'hand', 'c', 'd']);
  });

  test('a rule moves to the place that is named', () => {
    expect(idsAfter({ kind: 'move-rule', ruleId: 'c', toIndex: 0 })).toEqual(['c', 'a', 'hand']);
    expect(idsAfter({ kind: 'move-rule', ruleId: 'a', toIndex: 1 })).toEqual(['hand', 'a', 'c']);
    expect(idsAfter({ kind: 'move-rule', ruleId: 'a', toIndex: 99 })).toEqual(['hand', 'c', 'a']);
  });

  test('changes are made in their order', () => {
    expect(
      idsAfter({ kind: 'delete-rule', ruleId: 'a' }, { kind: 'move-rule', ruleId: 'c', toIndex: 0 }),
    ).toEqual(['c', 'hand']);
  });

  test('what it does not name stays untouched, whatever is written in it', () => {
    const changed = applyChanges(settings, [
      { kind: 'move-rule', ruleId: 'hand', toIndex: 0 },
      { kind: 'delete-rule', ruleId: 'a' },
      { kind: 'set-default-action', action: 'block' },
    ]);
    expect(changed).toEqual({ ...settings, rules: [byHand, rule('c')], defaultAction: 'block' });
    expect(changed.rules[0]).toBe(byHand);
  });

  test.each<PolicyChange>([
    { kind: 'add-rule', rule: rule('a') },
    { kind: 'move-rule', ruleId: 'hand', toIndex: 1 },
    { kind: 'move-rule', ruleId: 'gone', toIndex: 0 },
    { kind: 'delete-rule', ruleId: 'gone' },
    { kind: 'set-default-action', action: 'allow' },
  ])('$kind has no effect where it is done already', (change) => {
    expect(hasEffect(settings, change)).toBe(false);
    expect(applyChanges(settings, [change])).toBe(settings);
  });

  test('a later change replaces an earlier one of the same kind for the same rule', () => {
    expect(
      replaces(
        { kind: 'add-rule', rule: { ...rule('d'), action: 'block' } },
        { kind: 'add-rule', rule: rule('d') },
      ),
    ).toBe(true);
    expect(
      replaces(
        { kind: 'set-default-action', action: 'allow' },
        { kind: 'set-default-action', action: 'block' },
      ),
    ).toBe(true);
    expect(replaces({ kind: 'delete-rule', ruleId: 'a' }, { kind: 'delete-rule', ruleId: 'c' })).toBe(false);
    expect(
      replaces({ kind: 'delete-rule', ruleId: 'a' }, { kind: 'move-rule', ruleId: 'a', toIndex: 0 }),
    ).toBe(false);
  });

  test('to delete a rule replaces an earlier edit of it, which would bring it back', () => {
    const edit: PolicyChange = { kind: 'edit-rule', rule: rule('a') };
    expect(replaces({ kind: 'delete-rule', ruleId: 'a' }, edit)).toBe(true);
    expect(replaces({ kind: 'delete-rule', ruleId: 'c' }, edit)).toBe(false);
  });
});
