import { Icon } from '../../components/Icon.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { CountryChoice } from './search-countries.ts';
import { optionId } from './use-country-picker.ts';

type Props = {
  id: string;
  isOpen: boolean;
  matches: readonly CountryChoice[];
  chosen: readonly string[];
  activeId: string | undefined;
  text: string;
  onChoose: (code: string) => void;
};

/** The countries that the typed text may mean. */
export function CountryOptions({ id, isOpen, matches, chosen, activeId, text, onChoose }: Props) {
  const { t } = useI18n();
  return (
    <>
      <div
        id={id}
        className="ef-options"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('editor_countries_label')}
        tabIndex={-1}
        hidden={matches.length === 0}
        // The focus stays in the field, where the typing goes on.
        onMouseDown={(event) => event.preventDefault()}
      >
        {matches.map(({ code, name }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys (aria-activedescendant)
          <div
            key={code}
            id={optionId(code)}
            className="ef-option"
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(code)}
            data-active={activeId === optionId(code) || undefined}
            onClick={() => onChoose(code)}
          >
            {name}
            {chosen.includes(code) && <Icon name="allow" />}
          </div>
        ))}
      </div>
      <p className="ef-options-none" aria-live="polite">
        {isOpen && matches.length === 0 && t('editor_countries_none', { text: text.trim() })}
      </p>
    </>
  );
}
