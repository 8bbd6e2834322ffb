import type { Action, Policy, PolicySettings, Rule } from '@email-firewall/contract';

/**
 * One thing a person does to a policy, said so that it can be done again on a newer version of the same policy: it names
 * rules by their id, and doing it twice changes nothing more.
 */
export type PolicyChange =
  | { kind: 'add-rule'; rule: Rule }
  | { kind: 'move-rule'; ruleId: string; toIndex: number }
  | { kind: 'delete-rule'; ruleId: string }
  | { kind: 'set-default-action'; action: Action };

/** What a person set, without what the server keeps about it. */
export function settingsOf({ mode, protocols, rules, defaultAction }: Policy): PolicySettings {
  return { mode, protocols, rules, defaultAction };
}

/** The settings after the changes, in their order. What a change does not name stays the very same object. */
export function applyChanges(settings: PolicySettings, changes: readonly PolicyChange[]): PolicySettings {
  return changes.reduce(applyChange, settings);
}

function applyChange(settings: PolicySettings, change: PolicyChange): PolicySettings {
  switch (change.kind) {
    case 'add-rule':
      return settings.rules.some(({ id }) => id === change.rule.id)
        ? settings
        : { ...settings, rules: [...settings.rules, change.rule] };
    case 'move-rule':
      return moveRule(settings, change.ruleId, change.toIndex);
    case 'delete-rule':
      return settings.rules.some(({ id }) => id === change.ruleId)
        ? { ...settings, rules: settings.rules.filter(({ id }) => id !== change.ruleId) }
        : settings;
    case 'set-default-action':
      return settings.defaultAction === change.action
        ? settings
        : { ...settings, defaultAction: change.action };
  }
}

function moveRule(settings: PolicySettings, ruleId: string, toIndex: number): PolicySettings {
  const moved = settings.rules.find(({ id }) => id === ruleId);
  if (!moved) return settings;
  const others = settings.rules.filter(({ id }) => id !== ruleId);
  const rules = [...others.slice(0, toIndex), moved, ...others.slice(toIndex)];
  return rules.every((rule, index) => rule === settings.rules[index]) ? settings : { ...settings, rules };
}

/** Whether the change does anything to these settings. */
export function hasEffect(settings: PolicySettings, change: PolicyChange): boolean {
  return applyChange(settings, change) !== settings;
}

/** Whether the later change takes the place of the earlier one: it says the same thing of the same rule. */
export function replaces(later: PolicyChange, earlier: PolicyChange): boolean {
  return later.kind === earlier.kind && subjectOf(later) === subjectOf(earlier);
}

function subjectOf(change: PolicyChange): string | undefined {
  if (change.kind === 'set-default-action') return undefined;
  return change.kind === 'add-rule' ? change.rule.id : change.ruleId;
}
