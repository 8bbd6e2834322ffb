import { type Action, type Condition, limits } from '@email-firewall/contract';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { readAddresses } from './read-addresses.ts';

/** The kinds of condition that this form can write. */
export const draftKinds = ['address', 'country'] as const;

/** A rule as far as it is written. What belongs to the other kind stays, in case the person changes back. */
export type RuleDraft = {
  kind: (typeof draftKinds)[number];
  addresses: string;
  countries: readonly string[];
  /** Typed, and not yet chosen. */
  countryText: string;
  action: Action;
};

export const emptyDraft: RuleDraft = {
  kind: 'address',
  addresses: '',
  countries: [],
  countryText: '',
  action: 'allow',
};

/** What a draft says, or the first thing that is wrong with it. */
export type DraftCheck =
  | { ok: true; condition: Condition }
  | { ok: false; key: MessageKey; pieces?: readonly string[]; count?: number; text?: string };

/** Whether leaving the draft would lose something. */
export function isWritten({ addresses, countries, countryText }: RuleDraft): boolean {
  return addresses.trim() !== '' || countries.length > 0 || countryText.trim() !== '';
}

/** Reads a draft as a condition. */
export function checkDraft(draft: RuleDraft): DraftCheck {
  return draft.kind === 'address' ? checkAddresses(draft.addresses) : checkCountries(draft);
}

function checkAddresses(text: string): DraftCheck {
  const { ranges, bad } = readAddresses(text);
  if (bad.length > 0) return { ok: false, key: 'editor_addresses_bad', pieces: bad, count: bad.length };
  if (ranges.length === 0) return { ok: false, key: 'editor_addresses_missing' };
  if (ranges.length > limits.rangesPerRule) {
    return { ok: false, key: 'editor_addresses_too_many', count: ranges.length };
  }
  return { ok: true, condition: { kind: 'address', ranges } };
}

function checkCountries({ countries, countryText }: RuleDraft): DraftCheck {
  const text = countryText.trim();
  if (text !== '') return { ok: false, key: 'editor_countries_unknown', text };
  if (countries.length === 0) return { ok: false, key: 'editor_countries_missing' };
  return { ok: true, condition: { kind: 'country', countries: [...countries] } };
}
