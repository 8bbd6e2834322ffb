import { Icon } from '../../components/Icon.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { countriesId } from './use-rule-form.ts';

type Props = { codes: readonly string[]; onRemove: (code: string) => void };

/** The countries chosen so far; each can be taken away again. */
export function CountryChips({ codes, onRemove }: Props) {
  const { t, countryName } = useI18n();
  if (codes.length === 0) return null;
  return (
    <ul className="ef-chips" aria-label={t('editor_countries_chosen')}>
      {codes.map((code) => (
        <li key={code}>
          <button
            type="button"
            className="ef-chip"
            aria-label={t('editor_countries_remove', { country: countryName(code) })}
            onClick={() => {
              onRemove(code);
              document.getElementById(countriesId)?.focus();
            }}
          >
            {countryName(code)}
            <Icon name="block" />
          </button>
        </li>
      ))}
    </ul>
  );
}
