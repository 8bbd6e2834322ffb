import { useId } from 'react';
import { Field } from '../components/Field.tsx';
import { Select } from '../components/Select.tsx';
import { TextInput } from '../components/TextInput.tsx';
import type { Words } from '../words/words.ts';

type When = 'now' | 'other';

type Props = {
  when: When;
  /** As a field for date and time has it. */
  text: string;
  /** Whether a rule has an end: nothing else depends on the time. */
  hasEnds: boolean;
  onChange: (choice: { when: When } | { timeText: string }) => void;
  words: Words;
};

/** Now, or at a moment after which some rules have ended. */
export function TimeField({ when, text, hasEnds, onChange, words: { t } }: Props) {
  const id = useId();
  const isOther = when === 'other';
  return (
    <>
      <Field id={`${id}-when`} label={t('tester_time_label')}>
        <Select
          id={`${id}-when`}
          options={[
            { value: 'now', label: t('tester_time_now') },
            { value: 'other', label: t('tester_time_other') },
          ]}
          value={when}
          onChange={(value) => onChange({ when: value })}
        />
      </Field>
      {isOther && (
        <Field
          id={`${id}-time`}
          label={t('tester_time_value')}
          hint={hasEnds ? undefined : t('tester_time_idle')}
        >
          <TextInput
            id={`${id}-time`}
            type="datetime-local"
            value={text}
            onChange={(timeText) => onChange({ timeText })}
          />
        </Field>
      )}
    </>
  );
}
