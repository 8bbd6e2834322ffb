import { describe, expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { emptyDraft, type RuleDraft } from './rule-draft.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

function check(draft: Partial<RuleDraft>) {
  return checkDraft({ ...emptyDraft, ...draft }, now);
}

function fault(draft: Partial<RuleDraft>) {
  const result = check(draft);
  return result.ok ? undefined : result.faults[0];
}

describe('a rule being written', () => {
  test('addresses become a condition', () => {
    expect(check({ addresses: '203.0.113.7, 203.0.113.77/24' })).toEqual({
      ok: true,
      condition: { kind: 'address', ranges: ['203.0.113.7', '203.0.113.0/24'] },
      expiresAt: undefined,
    });
  });

  test('countries, AS numbers and kinds of network become conditions', () => {
    expect(check({ kind: 'country', countries: ['FR', 'BE'] })).toMatchObject({
      condition: { kind: 'country', countries: ['FR', 'BE'] },
    });
    expect(check({ kind: 'operator', asns: [3215] })).toMatchObject({
      condition: { kind: 'operator', asns: [3215] },
    });
    expect(check({ kind: 'network', networks: ['tor'] })).toMatchObject({
      condition: { kind: 'network', networks: ['tor'] },
    });
  });

  test('every wrong piece is named', () => {
    expect(fault({ addresses: '203.0.113.7 home 10.0.0.0/33' })).toEqual({
      field: 'value',
      key: 'editor_addresses_bad',
      pieces: ['home', '10.0.0.0/33'],
      count: 2,
    });
  });

  test('what is typed and not chosen is not silently left out', () => {
    expect(fault({ kind: 'country', countries: ['FR'], countryText: 'Belg' })).toEqual({
      field: 'value',
      key: 'editor_countries_unknown',
      text: 'Belg',
    });
    expect(fault({ kind: 'operator', asns: [3215], providerText: ' Free ' })).toEqual({
      field: 'value',
      key: 'editor_providers_unknown',
      text: 'Free',
    });
  });

  test.each([
    ['address', 'editor_addresses_missing'],
    ['country', 'editor_countries_missing'],
    ['operator', 'editor_providers_missing'],
    ['network', 'editor_networks_missing'],
  ] as const)('no %s is no rule', (kind, key) => {
    expect(fault({ kind })).toMatchObject({ key });
  });

  test('no rule holds more than the contract allows', () => {
    const addresses = Array.from({ length: 1001 }, (_, n) => `10.0.${n >> 8}.${n & 255}`).join('\n');
    expect(fault({ addresses })).toMatchObject({ key: 'editor_addresses_too_many', count: 1001, most: 1000 });
    const asns = Array.from({ length: 1001 }, (_, n) => n + 1);
    expect(fault({ kind: 'operator', asns })).toMatchObject({
      key: 'editor_providers_too_many',
      count: 1001,
    });
  });

  test('an end is counted from the moment of saving', () => {
    const networks = { kind: 'network', networks: ['tor'] } as const;
    expect(check({ ...networks, end: { choice: 'week', date: '' } })).toMatchObject({
      expiresAt: '2026-12-01T12:00:00.000Z',
    });
  });

  test('all that is wrong is found at once', () => {
    const result = check({ end: { choice: 'date', date: '2020-01-01' } });
    expect(result).toMatchObject({ ok: false, faults: [{ field: 'value' }, { field: 'end' }] });
  });
});
