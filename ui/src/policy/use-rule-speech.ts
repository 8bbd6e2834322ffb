import type { Rule } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { ruleSentence } from '../words/rule-sentence.ts';

/** What is said of a rule: by its number as it stands, its sentence, and the place it goes to. */
export function useRuleSpeech(rules: readonly Rule[]) {
  const i18n = useI18n();
  return (key: MessageKey, ruleId: string, toIndex: number): string => {
    const index = rules.findIndex(({ id }) => id === ruleId);
    const rule = rules[index];
    if (!rule) return '';
    return i18n.t(key, {
      number: index + 1,
      sentence: ruleSentence(rule, { ...i18n, providerOf: () => undefined }),
      position: toIndex + 1,
      count: rules.length,
    });
  };
}
