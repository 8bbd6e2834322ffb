import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Words } from '../../words/words.ts';
import { type EndChoice, type EndDraft, endChoices, localDay } from './rule-end.ts';

const choiceName = {
  never: 'editor_end_never',
  day: 'editor_end_day',
  week: 'editor_end_week',
  month: 'editor_end_month',
  date: 'editor_end_date',
} as const satisfies Record<EndChoice, MessageKey>;

type Props = {
  id: string;
  end: EndDraft;
  fault: string | undefined;
  onChange: (end: EndDraft) => void;
  words: Words;
};

/** When the rule stops counting by itself. */
export function EndField({ id, end, fault, onChange, words: { t } }: Props) {
  const choiceId = `${id}-choice`;
  return (
    <div className="ef-form-end">
      <Field id={choiceId} label={t('editor_end_label')}>
        <Select
          id={choiceId}
          options={endChoices.map((value) => ({ value, label: t(choiceName[value]) }))}
          value={end.choice}
          onChange={(choice) => onChange({ ...end, choice })}
        />
      </Field>
      {end.choice === 'date' && (
        <Field id={id} label={t('editor_end_date_label')} fault={fault}>
          <TextInput
            id={id}
            type="date"
            value={end.date}
            min={localDay(new Date())}
            hasFault={fault !== undefined}
            onChange={(date) => onChange({ ...end, date })}
          />
        </Field>
      )}
    </div>
  );
}
