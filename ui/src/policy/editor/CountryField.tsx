import { Field } from '../../components/Field.tsx';
import { Flag } from '../../components/Flag.tsx';
import { Icon } from '../../components/Icon.tsx';
import { MultiCombobox } from '../../components/MultiCombobox.tsx';
import type { Words } from '../../words/words.ts';
import type { CountryChoice } from './search-countries.ts';
import { useCountryField } from './use-country-field.ts';

type Props = {
  id: string;
  chosen: readonly string[];
  text: string;
  fault: string | undefined;
  onChange: (change: { countries?: readonly string[]; countryText?: string }) => void;
  words: Words;
};

/** Countries, found by typing; the European Union and the continents choose all of theirs at once. */
export function CountryField({ id, chosen, text, fault, onChange, words }: Props) {
  const { t } = words;
  const field = useCountryField({ chosen, text, onChange, words });
  return (
    <Field id={id} label={t('editor_countries_label')} hint={t('editor_countries_hint')} fault={fault}>
      <MultiCombobox
        id={id}
        items={field.items}
        chosen={field.chosen}
        onChange={field.choose}
        text={text}
        onText={(countryText) => onChange({ countryText })}
        keyOf={({ id: key }) => key}
        nameOf={({ name }) => name}
        draw={(item) => <Choice item={item} words={words} />}
        drawChip={(item) => <Choice item={item} words={words} />}
        chipsLabel={t('editor_countries_chosen')}
        placeholder={t('editor_countries_placeholder')}
        hasFault={fault !== undefined}
        status={field.status}
        onLeave={field.finish}
      />
    </Field>
  );
}

/** As wide as a flag, so that the names stand in one column. */
function GroupPicture() {
  return (
    <span className="ef-country-group">
      <Icon name="world" />
    </span>
  );
}

function Choice({ item, words: { t } }: { item: CountryChoice; words: Words }) {
  return (
    <>
      {item.kind === 'country' ? <Flag country={item.id} /> : <GroupPicture />}
      {item.name}
      {item.kind === 'group' && (
        <span className="ef-muted">{t('editor_countries_group', { count: item.countries.length })}</span>
      )}
    </>
  );
}
