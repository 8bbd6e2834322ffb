import type { ConditionKind, Rule } from '@email-firewall/contract';
import type { RuleDraft } from './rule-draft.ts';

/** What decides where a new rule goes. */
type Placed = Pick<RuleDraft, 'action' | 'kind' | 'networks'>;

/**
 * Where a new rule does what it is meant to do. A block below a rule that lets the same people in would do nothing, and
 * so would an allowed address or provider below a block; the exceptions that a person made, by address or for Outlook's phone app, stay
 * above everything wider.
 *
 * @returns its place, counted from 0
 */
export function suggestPlace(draft: Placed, rules: readonly Rule[]): number {
  const index = rules.findIndex((rule) => shouldFollow(rule, draft));
  return index < 0 ? rules.length : index;
}

function shouldFollow({ enabled, action, condition }: Rule, draft: Placed): boolean {
  if (!enabled || action === draft.action) return false;
  if (isNarrow(draft.kind, draft.networks)) return true;
  const networks = condition.kind === 'network' ? condition.networks : [];
  // A provider is narrower than the country or the kind of network that a block above may hold it by.
  const isException = draft.action === 'block' || draft.kind === 'operator';
  return isException && !isNarrow(condition.kind, networks);
}

/** Addresses, and Outlook's phone app alone: what is an exception to something wider. */
function isNarrow(kind: ConditionKind, networks: Placed['networks']): boolean {
  if (kind === 'address') return true;
  return kind === 'network' && networks.length > 0 && networks.every((network) => network === 'mail-cloud');
}
