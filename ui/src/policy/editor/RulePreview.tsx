import type { Action, Condition } from '@email-firewall/contract';
import { useI18n } from '../../i18n/use-i18n.ts';
import { ruleSentence } from '../../words/rule-sentence.ts';

type Props = { action: Action; condition: Condition; number: number };

/** The rule as it will be read, and its place in the list. */
export function RulePreview({ action, condition, number }: Props) {
  const i18n = useI18n();
  return (
    <div className="ef-form-preview">
      <p className="ef-form-sentence">
        {ruleSentence({ action, condition }, { ...i18n, providerOf: () => undefined })}
      </p>
      <p className="ef-muted">{i18n.t('editor_preview_number', { number })}</p>
    </div>
  );
}
