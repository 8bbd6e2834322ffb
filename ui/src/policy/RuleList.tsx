import type { Rule } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import './RuleList.css';
import { RuleRow } from './RuleRow.tsx';
import { SortableList } from './sortable.tsx';
import { useRuleSpeech } from './use-rule-speech.ts';

type Props = {
  rules: readonly Rule[];
  onMove: (ruleId: string, toIndex: number) => void;
  onDelete: (ruleId: string) => void;
  say: (text: string) => void;
  /** The row below the last rule. */
  children: ReactNode;
};

/** The rules from top to bottom, as they are read when somebody logs in. */
export function RuleList({ rules, onMove, onDelete, say, children }: Props) {
  const { t } = useI18n();
  const speech = useRuleSpeech(rules);
  // Read once for the whole list, so that no two rows see a different moment.
  const now = Date.now();
  return (
    <SortableList
      ids={rules.map(({ id }) => id)}
      instructions={t('speech_drag_how')}
      onPick={(id, index) => say(speech('speech_drag_start', id, index))}
      onOver={(id, index) => say(speech('speech_drag_over', id, index))}
      onCancel={(id, index) => say(speech('speech_drag_cancel', id, index))}
      onMove={onMove}
    >
      <ol className="ef-rules" aria-label={t('policy_list_label')}>
        {rules.length === 0 && <li className="ef-rules-empty">{t('policy_list_empty')}</li>}
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            isLast={index === rules.length - 1}
            now={now}
            onMove={onMove}
            onDelete={onDelete}
          />
        ))}
        {children}
      </ol>
    </SortableList>
  );
}
