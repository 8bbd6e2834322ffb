import type { Event, PolicySettings } from '@email-firewall/contract';
import type { IconName } from '../../components/Icon.tsx';
import { ownRanges } from '../../policy/editor/read-addresses.ts';
import type { RuleDraft } from '../../policy/editor/rule-draft.ts';
import type { Words } from '../../words/words.ts';

/** What somebody who was refused can be let in by. */
export type AllowChoice =
  | { kind: 'address'; range: string }
  /** The part of the Internet that one connection is given: its addresses change within. */
  | { kind: 'block'; range: string }
  | { kind: 'provider'; asn: number; name: string }
  | { kind: 'country'; country: string };

/** Whether the rules turned somebody away, or would have. */
export function isRefusal({ outcome }: Pick<Event, 'outcome'>): boolean {
  return outcome === 'refused' || outcome === 'would-be-refused';
}

/** The ways to let in who was refused, the narrowest first, as far as something is known of the address. */
export function choicesOf({ address, facts }: Pick<Event, 'address' | 'facts'>): AllowChoice[] {
  const { operator, country } = facts;
  return [
    ...ownRanges(address),
    ...(operator ? [{ kind: 'provider', ...operator } as const] : []),
    ...(country === undefined ? [] : [{ kind: 'country', country } as const]),
  ];
}

/** "This provider: Hetzner", with its picture. */
export function choiceWords(choice: AllowChoice, words: Words): { icon: IconName; text: string } {
  const { t } = words;
  switch (choice.kind) {
    case 'address':
      return { icon: 'place', text: t('allow_choice_address', { range: choice.range }) };
    case 'block':
      return { icon: 'home', text: t('allow_choice_block', { range: choice.range }) };
    case 'provider': {
      const name = words.providerOf(choice.asn) ?? choice.name;
      return { icon: 'provider', text: t('allow_choice_provider', { name }) };
    }
    case 'country':
      return { icon: 'vpn', text: t('allow_choice_country', { name: words.countryName(choice.country) }) };
  }
}

/** The rule that lets in what was chosen, as far as it is written: above the one that refused, where that still stands. */
export function startOf(
  { decidedBy }: Pick<Event, 'decidedBy'>,
  choice: AllowChoice,
  { rules }: Pick<PolicySettings, 'rules'>,
): Partial<RuleDraft> {
  const index = decidedBy?.kind === 'rule' ? rules.findIndex(({ id }) => id === decidedBy.ruleId) : -1;
  return {
    ...conditionOf(choice),
    action: 'allow',
    // Where everything else is let in, this is an exception to a block: the rest stays as it is.
    refusesRest: false,
    ...(index >= 0 && { place: index }),
  };
}

function conditionOf(choice: AllowChoice): Partial<RuleDraft> {
  switch (choice.kind) {
    case 'address':
    case 'block':
      return { kind: 'address', addresses: choice.range };
    case 'provider':
      return { kind: 'operator', asns: [choice.asn] };
    case 'country':
      return { kind: 'country', countries: [choice.country] };
  }
}
