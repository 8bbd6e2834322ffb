import type { Rule } from '@email-firewall/contract';
import { memo } from 'react';
import { Badge } from '../components/Badge.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { MenuButton } from '../components/Menu.tsx';
import { actionName } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';
import { RuleWords } from './RuleWords.tsx';
import { rowElementId } from './row-element-id.ts';
import { ruleMenu } from './rule-menu.ts';
import type { RuleActions } from './use-policy-actions.ts';

type Props = {
  rule: Rule;
  /** Counts from 1. */
  number: number;
  isLast: boolean;
  hasEnded: boolean;
  actions: RuleActions;
  words: Words;
};

/** A rule's number, action and sentence, and its buttons. Apart from the row, since that one is drawn anew for every pixel of a drag. */
export const RuleContent = memo(function RuleContent({
  rule,
  number,
  isLast,
  hasEnded,
  actions,
  words,
}: Props) {
  const { t } = words;
  const isPassedOver = !rule.enabled || hasEnded;
  return (
    <>
      <span className="ef-rule-number">{number}</span>
      <span className="ef-rule-action">
        <Badge tone={isPassedOver ? 'quiet' : rule.action} icon={rule.action}>
          {t(actionName[rule.action])}
        </Badge>
      </span>
      <RuleWords rule={rule} hasEnded={hasEnded} words={words} />
      <span className="ef-rule-buttons">
        <IconButton
          icon="up"
          label={t('policy_row_up', { number })}
          isOff={number === 1}
          onClick={() => actions.move(rule.id, number - 2)}
        />
        <IconButton
          icon="down"
          label={t('policy_row_down', { number })}
          isOff={isLast}
          onClick={() => actions.move(rule.id, number)}
        />
        <IconButton
          id={rowElementId(rule.id, 'edit')}
          icon="edit"
          label={t('policy_row_edit', { number })}
          onClick={() => actions.edit(rule.id)}
        />
        <IconButton
          id={rowElementId(rule.id, 'delete')}
          icon="delete"
          label={t('policy_row_delete', { number })}
          onClick={() => actions.remove(rule.id)}
        />
        <MenuButton
          handle={ruleMenu}
          payload={rule.id}
          id={rowElementId(rule.id, 'more')}
          label={t('policy_row_more', { number })}
        />
      </span>
    </>
  );
});
