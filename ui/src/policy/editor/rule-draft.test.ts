import { describe, expect, test } from 'vitest';
import { checkDraft, emptyDraft, isWritten } from './rule-draft.ts';

describe('a rule being written', () => {
  test('addresses become a condition', () => {
    expect(checkDraft({ ...emptyDraft, addresses: '203.0.113.7, 203.0.113.77/24' })).toEqual({
      ok: true,
      condition: { kind: 'address', ranges: ['203.0.113.7', '203.0.113.0/24'] },
    });
  });

  test('countries become a condition', () => {
    expect(checkDraft({ ...emptyDraft, kind: 'country', countries: ['FR', 'BE'] })).toEqual({
      ok: true,
      condition: { kind: 'country', countries: ['FR', 'BE'] },
    });
  });

  test('every wrong piece is named', () => {
    expect(checkDraft({ ...emptyDraft, addresses: '203.0.113.7 home 10.0.0.0/33' })).toEqual({
      ok: false,
      key: 'editor_addresses_bad',
      pieces: ['home', '10.0.0.0/33'],
      count: 2,
    });
  });

  test('a country that is typed and not chosen is not silently left out', () => {
    expect(checkDraft({ ...emptyDraft, kind: 'country', countries: ['FR'], countryText: 'Belg' })).toEqual({
      ok: false,
      key: 'editor_countries_unknown',
      text: 'Belg',
    });
  });

  test('nothing is not a rule', () => {
    expect(checkDraft(emptyDraft)).toMatchObject({ ok: false, key: 'editor_addresses_missing' });
    expect(checkDraft({ ...emptyDraft, kind: 'country' })).toMatchObject({ key: 'editor_countries_missing' });
  });

  test('no rule holds more ranges than the contract allows', () => {
    const addresses = Array.from({ length: 1001 }, (_, n) => `10.0.${n >> 8}.${n & 255}`).join('\n');
    expect(checkDraft({ ...emptyDraft, addresses })).toEqual({
      ok: false,
      key: 'editor_addresses_too_many',
      count: 1001,
    });
  });

  test('is worth keeping once anything is in it', () => {
    expect(isWritten(emptyDraft)).toBe(false);
    expect(isWritten({ ...emptyDraft, action: 'block', kind: 'country' })).toBe(false);
    expect(isWritten({ ...emptyDraft, countries: ['FR'] })).toBe(true);
  });
});
