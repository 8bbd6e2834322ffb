import type { MessageKey } from '../i18n/catalogue.ts';
import type { Words } from '../words/words.ts';
import type { AddressFault, ReadAddress } from './read-address.ts';

const keys = {
  empty: 'tester_fault_empty',
  several: 'tester_fault_several',
  range: 'tester_fault_range',
  name: 'tester_fault_name',
  numbers: 'tester_fault_numbers',
  other: 'tester_fault_other',
} as const satisfies Record<AddressFault, MessageKey>;

/** More of a text that is no address would not help to find what is wrong. */
const mostShown = 60;

/** What is wrong with a text that should be one address. */
export function addressFaultWords({ fault, text }: ReadAddress & { ok: false }, { t }: Words): string {
  return t(keys[fault], { text: text.length > mostShown ? `${text.slice(0, mostShown)}…` : text });
}
