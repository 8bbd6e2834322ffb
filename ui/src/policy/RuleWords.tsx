import type { Rule } from '@email-firewall/contract';
import { useState } from 'react';
import { Badge } from '../components/Badge.tsx';
import { Button } from '../components/Button.tsx';
import { Flag } from '../components/Flag.tsx';
import { type ConditionPart, conditionParts } from '../words/condition-parts.ts';
import { cutShort } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** As many parts as read well in one row. */
const mostShown = 10;

type Props = { rule: Rule; hasEnded: boolean; words: Words };

/** What a rule is about, its note, and why it may be passed over. */
export function RuleWords({ rule, hasEnded, words }: Props) {
  const { t, lastMoment } = words;
  const [isOpen, setIsOpen] = useState(false);
  const parts = conditionParts(rule.condition, words);
  const { shown, count } = cutShort(parts, isOpen ? Number.POSITIVE_INFINITY : mostShown);
  return (
    <div className="ef-rule-words">
      <span>
        <Parts
          parts={count > 0 ? [...shown, { text: t('rule_condition_more', { count }) }] : shown}
          words={words}
        />
      </span>
      {(count > 0 || isOpen) && (
        <Button look="plain" isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('policy_row_show_fewer') : t('policy_row_show_all', { count: parts.length })}
        </Button>
      )}
      {!rule.enabled && (
        <Badge tone="quiet" icon="pause">
          {t('policy_row_disabled')}
        </Badge>
      )}
      {rule.expiresAt !== undefined && (
        <Badge tone={hasEnded ? 'quiet' : 'warn'} icon="clock">
          {t(hasEnded ? 'policy_row_ended' : 'policy_row_until', { moment: lastMoment(rule.expiresAt) })}
        </Badge>
      )}
      {rule.note && <span className="ef-muted ef-rule-note">{rule.note}</span>}
    </div>
  );
}

/** "[flag] France or [flag] Belgium" */
function Parts({ parts, words }: { parts: readonly ConditionPart[]; words: Words }) {
  return words.anyOfParts(parts.length).map((piece, place) => {
    const part = piece.kind === 'item' ? parts[piece.index] : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places
    if (piece.kind === 'between') return <span key={place}>{piece.text}</span>;
    return (
      part && (
        <span key={part.text} className={part.isPlace ? 'ef-rule-part ef-rule-place' : 'ef-rule-part'}>
          {part.country !== undefined && <Flag country={part.country} />}
          {part.text}
        </span>
      )
    );
  });
}
