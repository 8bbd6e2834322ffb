import { useI18n } from '../../i18n/use-i18n.ts';
import { CountryChips } from './CountryChips.tsx';
import './CountryField.css';
import { CountryOptions } from './CountryOptions.tsx';
import type { RuleDraft } from './rule-draft.ts';
import type { CountryChoice } from './search-countries.ts';
import { useCountryPicker } from './use-country-picker.ts';
import { countriesId } from './use-rule-form.ts';

type Props = {
  choices: readonly CountryChoice[];
  chosen: readonly string[];
  text: string;
  fault: string | undefined;
  onChange: (change: Partial<Pick<RuleDraft, 'countries' | 'countryText'>>) => void;
  /** The person is done with the text: what it names in full counts as chosen. */
  onFinish: () => void;
  say: (text: string) => void;
};

/** Countries, found by typing (ARIA's combobox with a list that keeps several), each shown as a chip once chosen. */
export function CountryField({ choices, chosen, text, fault, onChange, onFinish, say }: Props) {
  const { t, countryName } = useI18n();
  const listId = `${countriesId}-list`;

  function toggle(code: string): void {
    const isChosen = chosen.includes(code);
    const countries = isChosen ? chosen.filter((other) => other !== code) : [...chosen, code];
    onChange({ countries, countryText: '' });
    say(t(isChosen ? 'speech_country_removed' : 'speech_country_added', { country: countryName(code) }));
  }

  const last = chosen.at(-1);
  const picker = useCountryPicker({
    choices,
    text,
    onText: (countryText) => onChange({ countryText }),
    onToggle: toggle,
    onErase: () => last !== undefined && toggle(last),
  });

  return (
    <div className="ef-field">
      <label className="ef-label" htmlFor={countriesId}>
        {t('editor_countries_label')}
      </label>
      <p className="ef-muted" id={`${countriesId}-hint`}>
        {t('editor_countries_hint')}
      </p>
      <CountryChips codes={chosen} onRemove={toggle} />
      <div className="ef-countries">
        <input
          id={countriesId}
          className="ef-input"
          type="text"
          role="combobox"
          aria-expanded={picker.isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={picker.activeId}
          aria-invalid={fault !== undefined}
          aria-describedby={`${countriesId}-fault ${countriesId}-hint`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => picker.onType(event.target.value)}
          onKeyDown={picker.onKeyDown}
          onClick={picker.onClick}
          onBlur={() => {
            picker.onBlur();
            onFinish();
          }}
        />
        <CountryOptions
          id={listId}
          isOpen={picker.isOpen}
          matches={picker.matches}
          chosen={chosen}
          activeId={picker.activeId}
          text={text}
          onChoose={picker.choose}
        />
      </div>
      <p className="ef-fault" id={`${countriesId}-fault`} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}
