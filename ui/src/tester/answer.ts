import type { Decision, PolicySettings, Rule } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** `watch`: the rules refuse, and the mailbox is only watched. */
export type AnswerTone = 'allow' | 'block' | 'watch';

export type Answer = { tone: AnswerTone; text: string };

const keys = {
  allow: {
    rule: 'tester_answer_allow_rule',
    default: 'tester_answer_allow_default',
    empty: 'tester_answer_allow_empty',
  },
  block: {
    rule: 'tester_answer_block_rule',
    default: 'tester_answer_block_default',
    empty: 'tester_answer_block_empty',
  },
  watch: {
    rule: 'tester_answer_watch_rule',
    default: 'tester_answer_watch_default',
    empty: 'tester_answer_watch_empty',
  },
} as const satisfies Record<AnswerTone, Record<'rule' | 'default' | 'empty', MessageKey>>;

const exceptions = {
  off: 'tester_answer_off',
  protocol: 'tester_answer_protocol',
  server: 'tester_answer_server',
} as const satisfies Record<string, MessageKey>;

/** A decision in a sentence: what happens, and because of what. */
export function answerOf(
  { action, isEnforced, decidedBy }: Decision,
  { rules }: Pick<PolicySettings, 'rules'>,
  words: Words,
): Answer {
  const tone = action === 'block' && !isEnforced ? 'watch' : action;
  switch (decidedBy.kind) {
    case 'rule': {
      const { ruleNumber: number, ruleId } = decidedBy;
      const sentence = sentenceOf(
        rules.find(({ id }) => id === ruleId),
        words,
      );
      return { tone, text: words.t(keys[tone].rule, { number, sentence }) };
    }
    case 'default':
      return { tone, text: words.t(keys[tone][rules.length > 0 ? 'default' : 'empty']) };
    default:
      return { tone, text: words.t(exceptions[decidedBy.kind]) };
  }
}

function sentenceOf(rule: Rule | undefined, words: Words): string {
  return rule ? ruleSentence(rule, words) : '…';
}
