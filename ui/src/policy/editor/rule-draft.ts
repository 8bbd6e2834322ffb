import type { Action, Condition, ConditionKind, NetworkKind, Rule } from '@email-firewall/contract';
import { type EndDraft, endDraftOf, neverEnds } from './rule-end.ts';

/** A rule as far as it is written. What belongs to another kind of condition stays, in case the person changes back. */
export type RuleDraft = {
  kind: ConditionKind;
  addresses: string;
  countries: readonly string[];
  /** Typed, and not yet chosen. */
  countryText: string;
  asns: readonly number[];
  providerText: string;
  networks: readonly NetworkKind[];
  action: Action;
  note: string;
  end: EndDraft;
  /** Its place in the list, counted from 0; where it fits best, as long as the person has not said. */
  place: number | undefined;
  /** Whether everything else is to be refused from now on; as fits the rule, as long as the person has not said. */
  refusesRest: boolean | undefined;
  /** Whether Outlook's phone app is let in along with it. */
  keepsOutlook: boolean;
};

export const emptyDraft: RuleDraft = {
  kind: 'address',
  addresses: '',
  countries: [],
  countryText: '',
  asns: [],
  providerText: '',
  networks: [],
  action: 'allow',
  note: '',
  end: neverEnds,
  place: undefined,
  refusesRest: undefined,
  keepsOutlook: false,
};

/** A rule laid out to be written on. */
export function draftOf({ condition, action, note = '', expiresAt }: Rule): RuleDraft {
  return {
    ...emptyDraft,
    ...partsOf(condition),
    kind: condition.kind,
    action,
    note,
    end: endDraftOf(expiresAt),
  };
}

function partsOf(condition: Condition): Partial<RuleDraft> {
  switch (condition.kind) {
    case 'address':
      return { addresses: condition.ranges.join('\n') };
    case 'country':
      return { countries: condition.countries };
    case 'operator':
      return { asns: condition.asns };
    case 'network':
      return { networks: condition.networks };
  }
}

/**
 * Whether leaving a draft would lose something that somebody typed or chose: a kind or an action alone is chosen again in
 * a moment.
 *
 * @param untouched the draft as the dialog was opened with it
 */
export function isWritten(draft: RuleDraft, untouched: RuleDraft): boolean {
  return JSON.stringify(contentOf(draft)) !== JSON.stringify(contentOf(untouched));
}

function contentOf({
  addresses,
  countries,
  countryText,
  asns,
  providerText,
  networks,
  note,
  end,
}: RuleDraft) {
  return [
    addresses.trim(),
    countries,
    countryText.trim(),
    asns,
    providerText.trim(),
    networks,
    note.trim(),
    end,
  ];
}
