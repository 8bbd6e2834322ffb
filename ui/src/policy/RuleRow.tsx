import type { Rule } from '@email-firewall/contract';
import { Badge } from '../components/Badge.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { actionName } from '../words/rule-sentence.ts';
import { RuleWords } from './RuleWords.tsx';
import { rowElementId } from './row-element-id.ts';
import { DragHandle, useSortableRow } from './sortable.tsx';

type Props = {
  rule: Rule;
  index: number;
  isLast: boolean;
  now: number;
  onMove: (ruleId: string, toIndex: number) => void;
  onDelete: (ruleId: string) => void;
};

/** One rule: its number, its action, its sentence, and what can be done to it. */
export function RuleRow({ rule, index, isLast, now, onMove, onDelete }: Props) {
  const { t } = useI18n();
  const row = useSortableRow(rule.id);
  const number = index + 1;
  const isPassedOver = !rule.enabled || (rule.expiresAt !== undefined && Date.parse(rule.expiresAt) <= now);
  return (
    <li
      ref={row.ref}
      style={row.style}
      id={rowElementId(rule.id)}
      tabIndex={-1}
      className="ef-rule"
      data-dragging={row.isDragging || undefined}
    >
      <DragHandle row={row} label={t('policy_row_drag', { number })} />
      <span className="ef-rule-number">{number}</span>
      <span className="ef-rule-action">
        <Badge tone={isPassedOver ? 'quiet' : rule.action} icon={rule.action}>
          {t(actionName[rule.action])}
        </Badge>
      </span>
      <RuleWords rule={rule} now={now} />
      <span className="ef-rule-buttons">
        <IconButton
          icon="up"
          label={t('policy_row_up', { number })}
          isOff={index === 0}
          onClick={() => onMove(rule.id, index - 1)}
        />
        <IconButton
          icon="down"
          label={t('policy_row_down', { number })}
          isOff={isLast}
          onClick={() => onMove(rule.id, index + 1)}
        />
        <IconButton
          id={rowElementId(rule.id, 'delete')}
          icon="delete"
          label={t('policy_row_delete', { number })}
          onClick={() => onDelete(rule.id)}
        />
      </span>
    </li>
  );
}
