import { describe, expect, it } from 'vitest';
import {
  type Condition,
  isInForce,
  type OutlineItem,
  outlineOf,
  type PolicySettings,
  type Rule,
} from './index.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

let ids = 0;
function rule(action: Rule['action'], condition: Condition, more: Partial<Rule> = {}): Rule {
  return { id: `r${ids++}`, action, condition, enabled: true, ...more };
}

const country = (...countries: string[]): Condition => ({ kind: 'country', countries });
const operator = (...asns: number[]): Condition => ({ kind: 'operator', asns });
const addresses = (...ranges: string[]): Condition => ({ kind: 'address', ranges });

function outline(rules: Rule[], defaultAction: PolicySettings['defaultAction'] = 'block', most?: number) {
  return outlineOf({ rules, defaultAction }, now, most);
}

/** What is named, step by step, in short. */
function names(rules: Rule[], defaultAction?: PolicySettings['defaultAction']): string[] {
  return outline(rules, defaultAction).map(({ action, items }) => `${action} ${items.map(nameOf).join(' ')}`);
}

function nameOf(item: OutlineItem): string | number {
  switch (item.kind) {
    case 'country':
      return item.country;
    case 'operator':
      return item.asn;
    case 'network':
      return item.network;
    case 'address':
      return item.count === 1 ? item.first : `${item.first}+${item.count - 1}`;
  }
}

describe('the outline of a policy', () => {
  it('without rules is empty', () => {
    expect(outline([])).toEqual([]);
  });

  it('names what each kind of rule is about', () => {
    const rules = [
      rule('allow', country('FR', 'BE')),
      rule('allow', operator(3215)),
      rule('allow', { kind: 'network', networks: ['relay', 'mail-cloud'] }),
      rule('allow', addresses('203.0.113.0/24', '2001:db8::/32'), { note: 'office' }),
    ];
    expect(outline(rules)).toEqual([
      {
        action: 'allow',
        items: [
          { kind: 'country', country: 'FR' },
          { kind: 'country', country: 'BE' },
          { kind: 'operator', asn: 3215 },
          { kind: 'network', network: 'relay' },
          { kind: 'network', network: 'mail-cloud' },
          { kind: 'address', first: '203.0.113.0/24', count: 2, note: 'office' },
        ],
        more: 0,
      },
    ]);
  });

  it('puts rules of one action that follow each other together, and keeps the order of the others', () => {
    const rules = [
      rule('block', { kind: 'network', networks: ['tor'] }),
      rule('allow', country('FR')),
      rule('allow', operator(3215)),
      rule('block', country('DE')),
      rule('allow', country('BE')),
    ];
    expect(names(rules)).toEqual(['block tor', 'allow FR 3215', 'block DE', 'allow BE']);
  });

  it('leaves out rules at the end that do what the default action does', () => {
    const rules = [rule('allow', country('FR')), rule('block', country('DE')), rule('block', operator(3215))];
    expect(names(rules, 'block')).toEqual(['allow FR']);
    expect(names(rules, 'allow')).toEqual(['allow FR', 'block DE 3215']);
    expect(names([rule('allow', country('FR'))], 'allow')).toEqual([]);
  });

  it('knows nothing of rules that are switched off or have ended, not even as a border', () => {
    const rules = [
      rule('allow', country('FR')),
      rule('block', country('DE'), { enabled: false }),
      rule('block', country('IT'), { expiresAt: '2026-11-24T12:00:00Z' }),
      rule('allow', country('BE')),
    ];
    expect(names(rules)).toEqual(['allow FR BE']);
  });

  it('says until when a thing counts', () => {
    const expiresAt = '2026-11-24T12:00:00.001Z';
    expect(outline([rule('allow', country('FR'), { expiresAt })])[0]?.items).toEqual([
      { kind: 'country', country: 'FR', expiresAt },
    ]);
  });

  it.each([
    ['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z', '2026-12-02T00:00:00Z'],
    ['2026-12-02T00:00:00Z', '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'],
    ['2026-12-01T00:00:00.5Z', '2026-12-01T00:00:00Z', '2026-12-01T00:00:00.5Z'],
    ['2026-12-01T00:00:00Z', undefined, undefined],
    [undefined, '2026-12-01T00:00:00Z', undefined],
  ])('names a thing once, of the ends %s and %s the later', (first, second, later) => {
    const until = (expiresAt: string | undefined) => (expiresAt === undefined ? {} : { expiresAt });
    const rules = [
      rule('allow', country('FR'), until(first)),
      rule('allow', country('FR', 'BE'), until(second)),
    ];
    const [france, ...rest] = outline(rules)[0]?.items ?? [];
    expect(france).toEqual({ kind: 'country', country: 'FR', ...until(later) });
    expect(rest).toHaveLength(1);
  });

  it('tells lists of addresses apart by all of them and by their note', () => {
    const rules = [
      rule('allow', addresses('203.0.113.1', '203.0.113.2')),
      rule('allow', addresses('203.0.113.1', '203.0.113.9')),
      rule('allow', addresses('203.0.113.1', '203.0.113.2'), { note: 'office' }),
      rule('allow', addresses('203.0.113.1', '203.0.113.2')),
    ];
    expect(outline(rules)[0]?.items).toHaveLength(3);
  });

  it('names a thing again in a later step', () => {
    const rules = [
      rule('allow', country('FR')),
      rule('block', country('DE')),
      rule('allow', country('FR', 'BE')),
    ];
    expect(names(rules)).toEqual(['allow FR', 'block DE', 'allow FR BE']);
  });

  it('is cut where too much is named, and counts each thing left out once', () => {
    const rules = [
      rule('allow', country('FR', 'BE', 'DE', 'IT'), { expiresAt: '2027-01-01T00:00:00Z' }),
      rule('allow', country('IT', 'FR', 'ES')),
      rule('block', country('FR')),
      rule('allow', operator(3215, 5511)),
    ];
    expect(outline(rules, 'block', 2)).toEqual([
      {
        action: 'allow',
        items: [
          { kind: 'country', country: 'FR' },
          { kind: 'country', country: 'BE', expiresAt: '2027-01-01T00:00:00Z' },
        ],
        more: 3,
      },
      { action: 'block', items: [{ kind: 'country', country: 'FR' }], more: 0 },
      {
        action: 'allow',
        items: [
          { kind: 'operator', asn: 3215 },
          { kind: 'operator', asn: 5511 },
        ],
        more: 0,
      },
    ]);
  });
});

it('a rule is in force while it is switched on and has not ended', () => {
  const until = (expiresAt: string, enabled = true) =>
    isInForce(rule('allow', country('FR'), { expiresAt, enabled }), now);
  expect(isInForce(rule('allow', country('FR')), now)).toBe(true);
  expect(until('2026-11-24T12:00:00.001Z')).toBe(true);
  expect(until('2026-11-24T12:00:00Z')).toBe(false);
  expect(until('2026-11-24T12:00:00.001Z', false)).toBe(false);
});
