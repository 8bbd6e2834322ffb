import type { Action, ConditionKind, Rule } from '@email-firewall/contract';

/**
 * Where a new rule does what it is meant to do. A block below a rule that lets the same people in would do nothing, and
 * so would an allowed address below a block; the exceptions that a person made by address stay above everything wider.
 *
 * @returns its place, counted from 0
 */
export function suggestPlace(action: Action, kind: ConditionKind, rules: readonly Rule[]): number {
  const index = rules.findIndex((rule) => shouldFollow(rule, action, kind));
  return index < 0 ? rules.length : index;
}

function shouldFollow(rule: Rule, action: Action, kind: ConditionKind): boolean {
  if (!rule.enabled || rule.action === action) return false;
  if (kind === 'address') return true;
  return action === 'block' && rule.condition.kind !== 'address' && !isMailCloud(rule);
}

/** The exception for Outlook's phone app belongs above the block that would meet it. */
function isMailCloud({ condition }: Rule): boolean {
  return condition.kind === 'network' && condition.networks.every((network) => network === 'mail-cloud');
}
