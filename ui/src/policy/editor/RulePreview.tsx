import type { Action, Condition, PolicySettings } from '@email-firewall/contract';
import { ruleSentence } from '../../words/rule-sentence.ts';
import type { Words } from '../../words/words.ts';

type Props = {
  mailbox: string;
  rule: { action: Action; condition: Condition; expiresAt: string | undefined };
  /** The policy without the rule as it is written. */
  before: PolicySettings;
  /** The policy with it; undefined while something is wrong. */
  after: PolicySettings | undefined;
  words: Words;
};

/** The rule as it will be read, and whom it lets in or refuses that it did not before. */
export function RulePreview({ rule, words }: Props) {
  const { t, moment } = words;
  return (
    <div className="ef-form-preview">
      <p className="ef-form-sentence">{ruleSentence(rule, words)}</p>
      {rule.expiresAt !== undefined && (
        <p className="ef-muted">{t('policy_row_until', { moment: moment(rule.expiresAt) })}</p>
      )}
    </div>
  );
}
