import type { Rule } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** What is said of a rule: its number as it stands, its sentence, and the place it goes to. */
export function ruleSpeech(
  key: MessageKey,
  rules: readonly Rule[],
  ruleId: string,
  words: Words,
  toIndex = 0,
): string {
  const index = rules.findIndex(({ id }) => id === ruleId);
  const rule = rules[index];
  if (!rule) return '';
  return words.t(key, {
    number: index + 1,
    sentence: ruleSentence(rule, words),
    position: toIndex + 1,
    count: rules.length,
  });
}
