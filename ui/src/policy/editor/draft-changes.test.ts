import { type Condition, emptyPolicy, type PolicySettings, type Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { applyChanges, settingsOf } from '../policy-change.ts';
import { additionsOf, asksAboutOutlook, asksAboutRest, editsOf, refusesRest } from './draft-changes.ts';
import { draftOf, emptyDraft, type RuleDraft } from './rule-draft.ts';

const open: PolicySettings = settingsOf(emptyPolicy('alice@demo.test'));
const france: Condition = { kind: 'country', countries: ['FR'] };
const servers: Condition = { kind: 'network', networks: ['hosting'] };

function rule(action: Rule['action'], condition: Condition): Rule {
  return { id: 'there', action, condition, enabled: true };
}

function after(draft: Partial<RuleDraft>, condition: Condition, settings = open): PolicySettings {
  const finished = {
    ruleId: 'new',
    draft: { ...emptyDraft, kind: condition.kind, ...draft },
    condition,
    expiresAt: undefined,
  };
  return applyChanges(settings, additionsOf(finished, settings));
}

describe('saving a new rule', () => {
  test('that allows, where all else is let in, refuses all else too unless the person says no', () => {
    expect(after({ action: 'allow' }, france).defaultAction).toBe('block');
    expect(after({ action: 'allow', refusesRest: false }, france).defaultAction).toBe('allow');
    expect(after({ action: 'block' }, france).defaultAction).toBe('allow');
  });

  test('that is an exception to a block leaves all else as it is', () => {
    const settings = { ...open, rules: [rule('block', servers)] };
    expect(asksAboutRest({ ...emptyDraft, action: 'allow' }, settings)).toBe(true);
    expect(refusesRest({ ...emptyDraft, action: 'allow' }, settings)).toBe(false);
    expect(after({ action: 'allow' }, france, settings).defaultAction).toBe('allow');
  });

  test('keeps Outlook’s phone app by a rule above it', () => {
    const draft = { action: 'block', networks: ['hosting'], keepsOutlook: true } as const;
    const { rules } = after(draft, servers, { ...open, rules: [rule('allow', france)] });
    expect(rules.map(({ id }) => id)).toEqual(['new-outlook', 'new', 'there']);
    expect(rules[0]).toMatchObject({ action: 'allow', condition: { networks: ['mail-cloud'] } });
  });

  test('bears its note without surrounding space, and none where there is none', () => {
    expect(after({ note: ' Office ' }, france).rules[0]).toMatchObject({ note: 'Office' });
    expect(after({ note: '  ' }, france).rules[0]).not.toHaveProperty('note');
  });

  test('goes where the person says, and never beyond the end', () => {
    const settings = { ...open, rules: [rule('block', servers)] };
    expect(after({ place: 0 }, france, settings).rules[0]?.id).toBe('new');
    expect(after({ place: 7 }, france, settings).rules[1]?.id).toBe('new');
  });
});

describe('the question about Outlook’s phone app', () => {
  const block: RuleDraft = { ...emptyDraft, kind: 'network', action: 'block', networks: ['hosting', 'vpn'] };

  test('is asked where servers are blocked, or all else from now on', () => {
    expect(asksAboutOutlook(block, open)).toBe(true);
    expect(asksAboutOutlook({ ...emptyDraft, kind: 'country', action: 'allow' }, open)).toBe(true);
  });

  test('is not asked where nothing changes for it', () => {
    expect(asksAboutOutlook({ ...block, networks: ['tor'] }, open)).toBe(false);
    expect(asksAboutOutlook({ ...emptyDraft, action: 'allow', refusesRest: false }, open)).toBe(false);
    expect(asksAboutOutlook({ ...emptyDraft, kind: 'country', action: 'block' }, open)).toBe(false);
  });

  test('is not asked of somebody who means it, or has let it in already', () => {
    expect(asksAboutOutlook({ ...block, networks: ['hosting', 'mail-cloud'] }, open)).toBe(false);
    const outlook = rule('allow', { kind: 'network', networks: ['mail-cloud'] });
    expect(asksAboutOutlook(block, { ...open, rules: [outlook] })).toBe(false);
    expect(asksAboutOutlook(block, { ...open, rules: [{ ...outlook, enabled: false }] })).toBe(true);
  });
});

test('saving a rule that was there leaves it switched off where it was', () => {
  const there = { ...rule('allow', france), enabled: false };
  const finished = { ruleId: 'there', draft: emptyDraft, condition: servers, expiresAt: undefined };
  expect(editsOf(finished, there, { ...open, rules: [there] })).toEqual([
    { kind: 'edit-rule', rule: { id: 'there', action: 'allow', condition: servers, enabled: false } },
  ]);
});

test('saving a rule that was there keeps Outlook’s phone app by a rule above it', () => {
  const there = rule('block', servers);
  const settings = { ...open, rules: [{ ...rule('allow', france), id: 'first' }, there] };
  const draft = { ...draftOf(there), keepsOutlook: true };
  const edits = (now: PolicySettings) =>
    editsOf({ ruleId: 'there', draft, condition: servers, expiresAt: undefined }, there, now);
  const once = applyChanges(settings, edits(settings));
  expect(once.rules.map(({ id }) => id)).toEqual(['first', 'there-outlook', 'there']);
  expect(applyChanges(once, edits(once))).toEqual(once);

  const isOff = { ...once, rules: once.rules.map((one) => ({ ...one, enabled: one.id === 'there' })) };
  expect(applyChanges(isOff, edits(isOff)).rules.map(({ id }) => id)).toContain('there-outlook2');
});
