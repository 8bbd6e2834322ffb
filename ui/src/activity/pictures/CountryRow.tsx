import type { CountryCounts } from '@email-firewall/contract';
import { Button } from '../../components/Button.tsx';
import { Flag } from '../../components/Flag.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Series } from './bars.ts';
import { countWords } from './count-words.ts';

type Props = {
  counts: CountryCounts;
  /** Of the country with the most: the longest bar. */
  most: number;
  shown: readonly Series[];
  onCountry: (name: string) => void;
};

/** One country, how much was tried from there, and the way to those attempts. */
export function CountryRow({ counts, most, shown, onCountry }: Props) {
  const i18n = useI18n();
  const { country } = counts;
  const name = country === undefined ? i18n.t('picture_from_unknown') : i18n.countryName(country);
  return (
    <li className="ef-from-row">
      <span className="ef-from-name">
        {country === undefined ? <Icon name="unknown" /> : <Flag country={country} />}
        {country === undefined ? (
          name
        ) : (
          <Button look="plain" label={i18n.t('picture_from_show', { name })} onClick={() => onCountry(name)}>
            {name}
          </Button>
        )}
      </span>
      <span className="ef-muted ef-from-count">{countWords(counts, shown, i18n)}</span>
      <span className="ef-from-bar" aria-hidden="true">
        {shown
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <span
              key={one}
              className={`ef-from-part ef-picture-${one}`}
              style={{ width: `${(100 * counts[one]) / most}%` }}
            />
          ))}
      </span>
    </li>
  );
}
