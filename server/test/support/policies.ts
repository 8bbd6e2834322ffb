import type { Action, Condition, PolicySettings, Rule } from '@email-firewall/contract';

/** A rule about something, its id made from what it says. */
export function rule(action: Action, condition: Condition, more: Partial<Rule> = {}): Rule {
  return { id: `${action}-${condition.kind}`, action, condition, enabled: true, ...more };
}

/** Settings that refuse, watch POP and IMAP, and let everyone in, but for what is said otherwise. */
export function settings(more: Partial<PolicySettings> = {}): PolicySettings {
  return { mode: 'enforce', protocols: ['imap', 'pop3'], rules: [], defaultAction: 'allow', ...more };
}

export const blockEveryone = settings({ defaultAction: 'block' });
