import type { Mode, PolicySettings } from '@email-firewall/contract';
import { type Check, type CheckChange, changesBetween, type Subject } from './checks.ts';
import { useChecksAsSet } from './use-checks.ts';

type Given = {
  mailbox: string;
  before: PolicySettings;
  /** Undefined while there is nothing to compare with, such as a rule that is not finished. */
  after: PolicySettings | undefined;
  /** Somebody more whom the change may mean something to. */
  also?: Subject | undefined;
};

/** What a change means for the person and for typical strangers. */
export type CheckChanges = {
  changes: readonly CheckChange[];
  /** The person was let in before and would be refused, for good and not only in the books of a watched mailbox. */
  shutsOutYou: boolean;
  /** False while the answer is still on its way, or did not come: then nothing is said for sure. */
  isCurrent: boolean;
  /** Whether it is known where the person is. */
  knowsYou: boolean;
};

/**
 * Whom a change of settings newly lets in or refuses. Where both have the same mode, their rules are compared as if they
 * refused; where the change is one of mode, what really happens.
 */
export function useCheckChanges({ mailbox, before, after = before, also }: Given): CheckChanges {
  const isOneMode = before.mode === after.mode;
  const asCompared = (settings: PolicySettings): PolicySettings =>
    isOneMode ? { ...settings, mode: 'enforce' } : settings;
  const earlier = useChecksAsSet({ mailbox, settings: asCompared(before), also });
  const later = useChecksAsSet({ mailbox, settings: asCompared(after), also });
  const isCurrent = earlier.isCurrent && later.isCurrent;
  return { ...compare(earlier.checks ?? [], later.checks ?? [], after.mode), isCurrent };
}

/** @param mode of the settings afterwards: whether what they refuse is really turned away */
export function compare(
  before: readonly Check[],
  after: readonly Check[],
  mode: Mode,
): Omit<CheckChanges, 'isCurrent'> {
  const changes = changesBetween(before, after);
  const isOut = changes.some((change) => change.kind === 'you' && change.after.action === 'block');
  return {
    changes,
    shutsOutYou: isOut && mode === 'enforce',
    knowsYou: after.some(({ kind }) => kind === 'you'),
  };
}
