import type { Action, Condition, Rule } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import { conditionParts } from './condition-parts.ts';
import type { Words } from './words.ts';

export const actionName = {
  allow: 'action_allow_name',
  block: 'action_block_name',
} as const satisfies Record<Action, MessageKey>;

const sentenceOf = {
  allow: 'rule_sentence_allow',
  block: 'rule_sentence_block',
} as const satisfies Record<Action, MessageKey>;

/** Said aloud, a longer list is no longer listened to. */
const mostSpoken = 4;

/** "block France or Belgium": a rule in words, short enough to be spoken. */
export function ruleSentence(rule: Pick<Rule, 'action' | 'condition'>, words: Words): string {
  return words.t(sentenceOf[rule.action], { what: conditionWords(rule.condition, words, mostSpoken) });
}

/** "France or Belgium"; of more than `most` parts, the first ones and how many more there are. */
export function conditionWords(condition: Condition, words: Words, most = Number.POSITIVE_INFINITY): string {
  const parts = conditionParts(condition, words).map(({ text }) => text);
  const { shown, count } = cutShort(parts, most);
  return words.anyOf(count > 0 ? [...shown, words.t('rule_condition_more', { count })] : shown);
}

/** The first parts of a list that is too long, and how many are left out: none where that would save but one. */
export function cutShort<Part>(
  parts: readonly Part[],
  most: number,
): { shown: readonly Part[]; count: number } {
  const shown = parts.length > most + 1 ? parts.slice(0, most) : parts;
  return { shown, count: parts.length - shown.length };
}
