import type { Action, Condition, PolicySettings } from '@email-firewall/contract';
import { useWords } from '../../network/use-words.ts';
import { CheckChanges } from '../../tester/CheckChanges.tsx';
import type { Subject } from '../../tester/checks.ts';
import { useCheckChanges } from '../../tester/use-check-changes.ts';
import { ruleSentence } from '../../words/rule-sentence.ts';
import type { Words } from '../../words/words.ts';
import { asnsOf } from '../asns-of.ts';

type Props = {
  mailbox: string;
  rule: { action: Action; condition: Condition; expiresAt: string | undefined };
  /** The policy without the rule as it is written. */
  before: PolicySettings;
  /** The policy with it; undefined while something is wrong. */
  after: PolicySettings | undefined;
  /** For whom the rule is written. */
  also: Subject | undefined;
  words: Words;
};

/** The rule as it will be read, and whom it lets in or refuses that it did not before. */
export function RulePreview({ mailbox, rule, before, after, also, words }: Props) {
  const { t, lastMoment } = words;
  // A provider just chosen is in no rule yet.
  const named = useWords(asnsOf([rule]));
  const changes = useCheckChanges({ mailbox, before, after, also });
  return (
    <div className="ef-form-preview">
      <p className="ef-form-sentence">{ruleSentence(rule, named)}</p>
      {rule.expiresAt !== undefined && (
        <p className="ef-muted">{t('policy_row_until', { moment: lastMoment(rule.expiresAt) })}</p>
      )}
      {after && <CheckChanges changes={changes} words={words} />}
    </div>
  );
}
