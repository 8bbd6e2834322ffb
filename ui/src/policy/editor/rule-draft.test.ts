import type { Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { draftOf, emptyDraft, isWritten } from './rule-draft.ts';
import { endOf, localDay } from './rule-end.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

const rules: Rule[] = [
  {
    id: 'a',
    action: 'allow',
    enabled: true,
    condition: { kind: 'address', ranges: ['203.0.113.0/28', '::1'] },
  },
  { id: 'b', action: 'block', enabled: true, condition: { kind: 'country', countries: ['FR', 'BE'] } },
  { id: 'c', action: 'block', enabled: true, condition: { kind: 'operator', asns: [3215, 5511] } },
  { id: 'd', action: 'block', enabled: true, condition: { kind: 'network', networks: ['vpn', 'tor'] } },
];

describe('a draft', () => {
  test.each(rules)('of rule $id says what the rule says', (rule) => {
    const draft = draftOf(rule);
    expect(draft.action).toBe(rule.action);
    expect(checkDraft(draft, now)).toMatchObject({ ok: true, condition: rule.condition });
  });

  test('of a rule with a note and an end has both, to the minute', () => {
    const [rule] = rules;
    if (!rule) throw new Error('no rule');
    const draft = draftOf({ ...rule, note: 'Office', expiresAt: '2026-12-12T22:00:00.000Z' });
    expect(draft.note).toBe('Office');
    expect(endOf(draft.end, now)).toBe('2026-12-12T22:00:00.000Z');
  });

  test('is worth keeping once something is typed or chosen in it', () => {
    expect(isWritten({ ...emptyDraft, kind: 'country', action: 'block' }, emptyDraft)).toBe(false);
    expect(isWritten({ ...emptyDraft, addresses: ' ' }, emptyDraft)).toBe(false);
    expect(isWritten({ ...emptyDraft, countries: ['FR'] }, emptyDraft)).toBe(true);
    expect(isWritten({ ...emptyDraft, note: 'Office' }, emptyDraft)).toBe(true);
    const begun = { ...emptyDraft, countries: ['FR'] };
    expect(isWritten(begun, begun)).toBe(false);
  });
});

describe('an end', () => {
  test.each([
    ['never', undefined],
    ['day', '2026-11-25T12:00:00.000Z'],
    ['week', '2026-12-01T12:00:00.000Z'],
    ['month', '2026-12-24T12:00:00.000Z'],
  ] as const)('%s', (choice, expected) => {
    expect(endOf({ choice, date: '' }, now)).toBe(expected);
  });

  test('on a day is the end of that day in the person’s own time', () => {
    const expected = new Date('2026-12-12T23:59:59').toISOString();
    expect(endOf({ choice: 'date', date: '2026-12-12' }, now)).toBe(expected);
    const today = localDay(new Date(now));
    expect(endOf({ choice: 'date', date: today }, now)).toBe(new Date(`${today}T23:59:59`).toISOString());
  });

  test('that the rule had keeps its time until another day is named', () => {
    const earlier = '2026-12-12T12:30:00.000Z';
    expect(endOf({ choice: 'date', date: '2026-12-12', earlier }, now)).toBe(earlier);
    const expected = new Date('2026-12-13T23:59:59').toISOString();
    expect(endOf({ choice: 'date', date: '2026-12-13', earlier }, now)).toBe(expected);
  });

  test.each(['', 'soon', localDay(new Date(now - 24 * 60 * 60 * 1000))])('%j is none', (date) => {
    expect(endOf({ choice: 'date', date }, now)).toBe('invalid');
  });
});
