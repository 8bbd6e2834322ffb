import type { Event, Outcome } from '@email-firewall/contract';
import type { IconName } from '../components/Icon.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** What became of an attempt: a word with its tone and picture. */
export const outcomeLook = {
  refused: { tone: 'block', icon: 'block', key: 'activity_outcome_refused' },
  'would-be-refused': { tone: 'warn', icon: 'watch', key: 'activity_outcome_would' },
  'let-in': { tone: 'allow', icon: 'allow', key: 'activity_outcome_let_in' },
  'logged-in': { tone: 'allow', icon: 'allow', key: 'activity_outcome_logged_in' },
  'wrong-password': { tone: 'quiet', icon: 'key', key: 'activity_outcome_wrong' },
} as const satisfies Record<
  Outcome,
  { tone: 'allow' | 'block' | 'warn' | 'quiet'; icon: IconName; key: MessageKey }
>;

type Decided = Pick<Event, 'outcome' | 'decidedBy' | 'rule'>;

/** What decided, and how that is to be read: "watching only: rule 2: block VPNs". */
export function decidedWords(event: Decided, words: Words): string {
  const by = byWords(event, words);
  if (event.decidedBy === undefined) return by;
  if (event.outcome === 'would-be-refused') return words.t('activity_by_watched', { by });
  // With a wrong password, somebody was let through who did not get in: it must not read like a refusal by that rule.
  return event.outcome === 'wrong-password' ? words.t('activity_by_passed', { by }) : by;
}

function byWords({ decidedBy, rule }: Decided, words: Words): string {
  const { t } = words;
  switch (decidedBy?.kind) {
    case 'rule': {
      const { ruleNumber: number } = decidedBy;
      if (!rule) return t('activity_by_rule_number', { number });
      const sentence = ruleSentence(rule, words);
      return rule.note
        ? t('activity_by_rule_note', { number, sentence, note: rule.note })
        : t('activity_by_rule', { number, sentence });
    }
    case 'default':
      return t('activity_by_default');
    case 'off':
      return t('activity_by_off');
    case 'protocol':
      return t('checks_reason_protocol');
    case 'server':
      return t('checks_reason_server');
    case undefined:
      return t('activity_by_unknown');
  }
}
