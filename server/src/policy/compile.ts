import type { Action, Condition, Mode, PolicySettings, Protocol } from '@email-firewall/contract';
import { matchAddress } from './matchers/address.ts';
import { matchCountry } from './matchers/country.ts';
import type { Matcher } from './matchers/matcher.ts';
import { matchNetwork } from './matchers/network.ts';
import { matchOperator } from './matchers/operator.ts';

/** A rule with nothing left to parse. */
export type CompiledRule = {
  id: string;
  /** Counts from 1, as shown in the page. */
  number: number;
  action: Action;
  isEnabled: boolean;
  /** Milliseconds since 1970 (UTC); from then on the rule is passed over. */
  expiresAt: number;
  matches: Matcher;
};

/** A policy made ready to decide with: compile when it is loaded, evaluate for each login. */
export type CompiledPolicy = {
  mode: Mode;
  protocols: ReadonlySet<Protocol>;
  rules: readonly CompiledRule[];
  defaultAction: Action;
};

/** Compiles settings that the contract has checked. */
export function compilePolicy(settings: PolicySettings): CompiledPolicy {
  return {
    mode: settings.mode,
    protocols: new Set(settings.protocols),
    rules: settings.rules.map((rule, index) => ({
      id: rule.id,
      number: index + 1,
      action: rule.action,
      isEnabled: rule.enabled,
      expiresAt: rule.expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(rule.expiresAt),
      matches: compileCondition(rule.condition),
    })),
    defaultAction: settings.defaultAction,
  };
}

function compileCondition(condition: Condition): Matcher {
  switch (condition.kind) {
    case 'address':
      return matchAddress(condition);
    case 'country':
      return matchCountry(condition);
    case 'operator':
      return matchOperator(condition);
    case 'network':
      return matchNetwork(condition);
  }
}
