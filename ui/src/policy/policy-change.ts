import type { Action, Mode, Policy, PolicySettings, Protocol, Rule } from '@email-firewall/contract';

/**
 * One thing a person does to a policy, said so that it can be done again on a newer version of the same policy: it names
 * rules by their id, and doing it twice changes nothing more.
 */
export type PolicyChange =
  | {
      kind: 'add-rule';
      rule: Rule;
      /** Its place, counted from 0; the end if left out. */
      index?: number;
    }
  | {
      kind: 'edit-rule';
      /**
       * Takes the place of the one with its id, which stays switched on or off as it is; where somebody deleted that one,
       * it is added again.
       */
      rule: Rule;
    }
  | { kind: 'enable-rule'; ruleId: string; enabled: boolean }
  | { kind: 'move-rule'; ruleId: string; toIndex: number }
  | { kind: 'delete-rule'; ruleId: string }
  | { kind: 'set-default-action'; action: Action }
  | { kind: 'set-mode'; mode: Mode }
  | { kind: 'watch-protocol'; protocol: Protocol; isWatched: boolean };

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
      return ruleOf(settings, change.rule.id) ? settings : addRule(settings, change.rule, change.index);
    case 'edit-rule': {
      const rule = ruleOf(settings, change.rule.id);
      return rule
        ? replaceRule(settings, { ...change.rule, enabled: rule.enabled })
        : addRule(settings, change.rule);
    }
    case 'enable-rule': {
      const rule = ruleOf(settings, change.ruleId);
      return rule ? replaceRule(settings, { ...rule, enabled: change.enabled }) : settings;
    }
    case 'move-rule':
      return moveRule(settings, change.ruleId, change.toIndex);
    case 'delete-rule':
      return ruleOf(settings, change.ruleId)
        ? { ...settings, rules: settings.rules.filter(({ id }) => id !== change.ruleId) }
        : settings;
    case 'set-default-action':
      return settings.defaultAction === change.action
        ? settings
        : { ...settings, defaultAction: change.action };
    case 'set-mode':
      return settings.mode === change.mode ? settings : { ...settings, mode: change.mode };
    case 'watch-protocol':
      return watchProtocol(settings, change.protocol, change.isWatched);
  }
}

function ruleOf({ rules }: PolicySettings, ruleId: string): Rule | undefined {
  return rules.find(({ id }) => id === ruleId);
}

function addRule(settings: PolicySettings, rule: Rule, index = settings.rules.length): PolicySettings {
  return { ...settings, rules: settings.rules.toSpliced(index, 0, rule) };
}

function replaceRule(settings: PolicySettings, rule: Rule): PolicySettings {
  const index = settings.rules.findIndex(({ id }) => id === rule.id);
  return isSameRule(settings.rules[index], rule)
    ? settings
    : { ...settings, rules: settings.rules.with(index, rule) };
}

function moveRule(settings: PolicySettings, ruleId: string, toIndex: number): PolicySettings {
  const moved = ruleOf(settings, ruleId);
  if (!moved) return settings;
  const others = settings.rules.filter(({ id }) => id !== ruleId);
  const rules = [...others.slice(0, toIndex), moved, ...others.slice(toIndex)];
  return rules.every((rule, index) => rule === settings.rules[index]) ? settings : { ...settings, rules };
}

function watchProtocol(settings: PolicySettings, protocol: Protocol, isWatched: boolean): PolicySettings {
  if (settings.protocols.includes(protocol) === isWatched) return settings;
  const others = settings.protocols.filter((one) => one !== protocol);
  return { ...settings, protocols: isWatched ? [...others, protocol] : others };
}

/** Whether two rules say the same, in the same state. */
export function isSameRule(a: Rule | undefined, b: Rule): boolean {
  return a !== undefined && JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** The fields in a fixed order: the server may send them in another. */
function canonical({ id, action, condition, note, enabled, expiresAt }: Rule): unknown[] {
  return [id, action, condition.kind, partsOf(condition), note ?? '', enabled, expiresAt ?? ''];
}

function partsOf(condition: Rule['condition']): readonly (string | number)[] {
  switch (condition.kind) {
    case 'address':
      return condition.ranges;
    case 'country':
      return condition.countries;
    case 'operator':
      return condition.asns;
    case 'network':
      return condition.networks;
  }
}

/** Whether the change does anything to these settings. */
export function hasEffect(settings: PolicySettings, change: PolicyChange): boolean {
  return applyChange(settings, change) !== settings;
}

/**
 * Whether the later change takes the place of the earlier one: it says the same thing of the same rule, or deletes a rule
 * that one more try of the earlier one would bring back.
 */
export function replaces(later: PolicyChange, earlier: PolicyChange): boolean {
  const isRevival = later.kind === 'delete-rule' && earlier.kind === 'edit-rule';
  return (isRevival || later.kind === earlier.kind) && subjectOf(later) === subjectOf(earlier);
}

function subjectOf(change: PolicyChange): string | undefined {
  switch (change.kind) {
    case 'add-rule':
    case 'edit-rule':
      return change.rule.id;
    case 'set-default-action':
    case 'set-mode':
      return undefined;
    case 'watch-protocol':
      return change.protocol;
    default:
      return change.ruleId;
  }
}
