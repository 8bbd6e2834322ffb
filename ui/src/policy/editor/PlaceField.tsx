import type { Rule } from '@email-firewall/contract';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { ruleSentence } from '../../words/rule-sentence.ts';
import type { Words } from '../../words/words.ts';

type Props = {
  id: string;
  rules: readonly Rule[];
  /** Counted from 0. */
  place: number;
  onChange: (place: number) => void;
  words: Words;
};

/** Where in the list the new rule goes: what stands above it is read first. */
export function PlaceField({ id, rules, place, onChange, words }: Props) {
  const { t } = words;
  if (rules.length === 0) return null;
  const options = [...rules.keys(), rules.length].map((index) => ({
    value: String(index),
    label: placeWords(index, rules, words),
  }));
  return (
    <Field id={id} label={t('editor_place_label')}>
      <Select id={id} options={options} value={String(place)} onChange={(value) => onChange(Number(value))} />
    </Field>
  );
}

function placeWords(index: number, rules: readonly Rule[], words: Words): string {
  const { t } = words;
  if (index === 0) return t('editor_place_first');
  if (index === rules.length) return t('editor_place_last', { number: index + 1 });
  const before = rules[index - 1];
  return t('editor_place_after', {
    number: index + 1,
    after: index,
    sentence: before ? ruleSentence(before, words) : '',
  });
}
