import { limits } from '@email-firewall/contract';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import type { Words } from '../../words/words.ts';

type Props = { id: string; note: string; onChange: (note: string) => void; words: Words };

/** What a person calls the rule. */
export function NoteField({ id, note, onChange, words: { t } }: Props) {
  return (
    <Field id={id} label={t('editor_note_label')}>
      <TextInput
        id={id}
        value={note}
        maxLength={limits.noteLength}
        placeholder={t('editor_note_placeholder')}
        onChange={onChange}
      />
    </Field>
  );
}
