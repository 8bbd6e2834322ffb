import type { Action, Condition, NetworkKind, Rule } from '@email-firewall/contract';
import type { I18n, MessageKey } from '../i18n/i18n.ts';

export const actionName = {
  allow: 'action_allow_name',
  block: 'action_block_name',
} as const satisfies Record<Action, MessageKey>;

const sentenceOf = {
  allow: 'rule_sentence_allow',
  block: 'rule_sentence_block',
} as const satisfies Record<Action, MessageKey>;

const networkName = {
  hosting: 'rule_network_hosting',
  vpn: 'rule_network_vpn',
  tor: 'rule_network_tor',
  relay: 'rule_network_relay',
  'mail-cloud': 'rule_network_mail_cloud',
} as const satisfies Record<NetworkKind, MessageKey>;

/** Said aloud, a longer list is no longer listened to. */
const mostSpoken = 4;

/** "block France or Belgium": a rule in words, short enough to be spoken. */
export function ruleSentence(rule: Pick<Rule, 'action' | 'condition'>, i18n: I18n): string {
  return i18n.t(sentenceOf[rule.action], { what: conditionWords(rule.condition, i18n, mostSpoken) });
}

/** "France or Belgium"; of more than `most` parts, the first ones and how many more there are. */
export function conditionWords(condition: Condition, i18n: I18n, most = Number.POSITIVE_INFINITY): string {
  const parts = partsOf(condition, i18n);
  // Leaving out a single one would save nothing.
  const shown = parts.length > most + 1 ? parts.slice(0, most) : parts;
  const count = parts.length - shown.length;
  const listed = i18n.anyOf(count > 0 ? [...shown, i18n.t('rule_condition_more', { count })] : shown);
  return condition.kind === 'operator' ? i18n.t('rule_condition_operator', { asns: listed }) : listed;
}

/** How many parts a condition names. */
export function partCount(condition: Condition): number {
  switch (condition.kind) {
    case 'address':
      return condition.ranges.length;
    case 'country':
      return condition.countries.length;
    case 'operator':
      return condition.asns.length;
    case 'network':
      return condition.networks.length;
  }
}

function partsOf(condition: Condition, i18n: I18n): string[] {
  switch (condition.kind) {
    case 'address':
      return condition.ranges;
    case 'country':
      return condition.countries.map(i18n.countryName);
    case 'operator':
      return condition.asns.map((asn) => `AS${asn}`);
    case 'network':
      return condition.networks.map((network) => i18n.t(networkName[network]));
  }
}
