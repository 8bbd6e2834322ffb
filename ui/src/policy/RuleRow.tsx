import type { Rule } from '@email-firewall/contract';
import { memo } from 'react';
import type { Words } from '../words/words.ts';
import { RuleContent } from './RuleContent.tsx';
import { rowElementId } from './row-element-id.ts';
import { DragHandle, useSortableRow } from './sortable.tsx';
import type { RuleActions } from './use-policy-actions.ts';

type Props = {
  rule: Rule;
  index: number;
  isLast: boolean;
  hasEnded: boolean;
  actions: RuleActions;
  words: Words;
};

/** One rule: by its handle it is dragged, the rest says what it is and what can be done to it. */
export const RuleRow = memo(function RuleRow({ rule, index, ...rest }: Props) {
  const row = useSortableRow(rule.id);
  const number = index + 1;
  return (
    <li
      ref={row.ref}
      style={row.style}
      id={rowElementId(rule.id)}
      tabIndex={-1}
      className="ef-rule"
      data-dragging={row.isDragging || undefined}
    >
      <DragHandle row={row} label={rest.words.t('policy_row_drag', { number })} />
      <RuleContent rule={rule} number={number} {...rest} />
    </li>
  );
});
