import { type Condition, limits } from '@email-firewall/contract';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { readAddresses } from './read-addresses.ts';
import type { RuleDraft } from './rule-draft.ts';
import { endOf } from './rule-end.ts';

/** What is wrong with a draft, and in which field. */
export type DraftFault = {
  field: 'value' | 'end';
  key: MessageKey;
  pieces?: readonly string[];
  count?: number;
  most?: number;
  text?: string;
};

/** What a draft says, or what is wrong with it. */
export type DraftCheck =
  | { ok: true; condition: Condition; expiresAt: string | undefined }
  | { ok: false; faults: readonly DraftFault[] };

/**
 * Reads a draft.
 *
 * @param now milliseconds since 1970 (UTC): an end has to be later
 */
export function checkDraft(draft: RuleDraft, now: number): DraftCheck {
  const condition = readCondition(draft);
  const expiresAt = endOf(draft.end, now);
  if ('kind' in condition && expiresAt !== 'invalid') return { ok: true, condition, expiresAt };
  return {
    ok: false,
    faults: [
      ...('kind' in condition ? [] : [condition]),
      ...(expiresAt === 'invalid' ? [{ field: 'end', key: 'editor_end_bad' } as const] : []),
    ],
  };
}

/** The condition as far as it can be read: for what is shown while it is written. */
export function readCondition(draft: RuleDraft): Condition | DraftFault {
  switch (draft.kind) {
    case 'address':
      return readAddressCondition(draft.addresses);
    case 'country':
      return readCountries(draft);
    case 'operator':
      return readProviders(draft);
    case 'network':
      return draft.networks.length > 0
        ? { kind: 'network', networks: [...draft.networks] }
        : { field: 'value', key: 'editor_networks_missing' };
  }
}

function readAddressCondition(text: string): Condition | DraftFault {
  const { ranges, bad } = readAddresses(text);
  if (bad.length > 0) return { field: 'value', key: 'editor_addresses_bad', pieces: bad, count: bad.length };
  if (ranges.length === 0) return { field: 'value', key: 'editor_addresses_missing' };
  const most = limits.rangesPerRule;
  if (ranges.length > most) {
    return { field: 'value', key: 'editor_addresses_too_many', count: ranges.length, most };
  }
  return { kind: 'address', ranges };
}

function readCountries({ countries, countryText }: RuleDraft): Condition | DraftFault {
  const text = countryText.trim();
  if (text !== '') return { field: 'value', key: 'editor_countries_unknown', text };
  if (countries.length === 0) return { field: 'value', key: 'editor_countries_missing' };
  return { kind: 'country', countries: [...countries] };
}

function readProviders({ asns, providerText }: RuleDraft): Condition | DraftFault {
  const text = providerText.trim();
  if (text !== '') return { field: 'value', key: 'editor_providers_unknown', text };
  if (asns.length === 0) return { field: 'value', key: 'editor_providers_missing' };
  const most = limits.asnsPerRule;
  if (asns.length > most) {
    return { field: 'value', key: 'editor_providers_too_many', count: asns.length, most };
  }
  return { kind: 'operator', asns: [...asns] };
}
