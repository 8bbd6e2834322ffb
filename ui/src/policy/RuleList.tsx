import type { Rule } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import type { Words } from '../words/words.ts';
import './RuleList.css';
import { RuleRow } from './RuleRow.tsx';
import { ruleSpeech } from './rule-speech.ts';
import { SortableList } from './sortable.tsx';
import type { RuleActions } from './use-policy-actions.ts';

type Props = {
  rules: readonly Rule[];
  actions: RuleActions;
  say: (text: string) => void;
  words: Words;
  /** In place of the rules, where there are none. */
  empty: ReactNode;
  /** The row below the last rule. */
  children: ReactNode;
};

/** The rules from top to bottom, as they are read when somebody logs in. */
export function RuleList({ rules, actions, say, words, empty, children }: Props) {
  const { t } = useI18n();
  // Read once for the whole list, so that no two rows see a different moment.
  const now = Date.now();
  return (
    <SortableList
      ids={rules.map(({ id }) => id)}
      instructions={t('speech_drag_how')}
      onPick={(id, index) => say(ruleSpeech('speech_drag_start', rules, id, words, index))}
      onOver={(id, index) => say(ruleSpeech('speech_drag_over', rules, id, words, index))}
      onCancel={(id, index) => say(ruleSpeech('speech_drag_cancel', rules, id, words, index))}
      onMove={actions.move}
    >
      <ol className="ef-rules" aria-label={t('policy_list_label')}>
        {rules.length === 0 && <li className="ef-rules-empty">{empty}</li>}
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            isLast={index === rules.length - 1}
            hasEnded={rule.expiresAt !== undefined && Date.parse(rule.expiresAt) <= now}
            actions={actions}
            words={words}
          />
        ))}
        {children}
      </ol>
    </SortableList>
  );
}
