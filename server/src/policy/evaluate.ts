import type {
  Action,
  DecidedBy,
  Decision,
  NetworkFacts,
  PolicySettings,
  RuleOutcome,
  TraceStep,
} from '@email-firewall/contract';
import type { Attempt } from './attempt.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';

/** Told of each rule as it is read, for those who want the trace. */
export type Observer = (step: TraceStep) => void;

/**
 * Decides one attempt: rules are read from top to bottom and the first that matches decides; where none does, the
 * default action. Disabled and expired rules are passed over, and what is unknown matches no condition. This is the
 * only place that decides: the hook, the tester and every report call it.
 *
 * @param observer told of every rule that was read, the deciding one last
 */
export function evaluate(
  policy: CompiledPolicy,
  attempt: Attempt,
  facts: NetworkFacts,
  observer?: Observer,
): Decision {
  if (attempt.isFromServer) return allowBy({ kind: 'server' });
  if (policy.mode === 'off') return allowBy({ kind: 'off' });
  if (!policy.protocols.has(attempt.protocol)) return allowBy({ kind: 'protocol' });

  for (const rule of policy.rules) {
    const outcome = outcomeOf(rule, attempt, facts);
    observer?.({ ruleNumber: rule.number, ruleId: rule.id, outcome });
    if (outcome === 'hit') {
      return decide(policy, rule.action, { kind: 'rule', ruleNumber: rule.number, ruleId: rule.id });
    }
  }
  return decide(policy, policy.defaultAction, { kind: 'default' });
}

/**
 * Whether the policy can refuse anyone at all: such a mailbox is marked, so that it stays closed while the decision
 * service is away. A watched or switched-off mailbox refuses nobody, nor does one whose every action is to allow.
 */
export function canRefuse(settings: PolicySettings): boolean {
  if (settings.mode !== 'enforce') return false;
  return (
    settings.defaultAction === 'block' ||
    settings.rules.some((rule) => rule.enabled && rule.action === 'block')
  );
}

function outcomeOf(rule: CompiledRule, attempt: Attempt, facts: NetworkFacts): RuleOutcome {
  if (!rule.isEnabled) return 'disabled';
  if (attempt.time >= rule.expiresAt) return 'expired';
  return rule.matches(attempt, facts);
}

function allowBy(decidedBy: DecidedBy): Decision {
  return { action: 'allow', isEnforced: true, decidedBy };
}

function decide(policy: CompiledPolicy, action: Action, decidedBy: DecidedBy): Decision {
  const isEnforced = policy.mode === 'enforce';
  return action === 'allow'
    ? { action, isEnforced, decidedBy }
    : { action, isEnforced, decidedBy, reason: reasonFor(decidedBy) };
}

/** What a refused mail program is told; support pages and log filters know these texts by heart. */
function reasonFor(decidedBy: DecidedBy): string {
  return decidedBy.kind === 'rule'
    ? `Access denied by email firewall rule no. ${decidedBy.ruleNumber}`
    : 'Access denied by email firewall default action';
}
