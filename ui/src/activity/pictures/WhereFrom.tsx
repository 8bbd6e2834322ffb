import type { CountryCounts } from '@email-firewall/contract';
import { useId } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type Series, totalOf } from './bars.ts';
import { CountryRow } from './CountryRow.tsx';
import './WhereFrom.css';

/** As many as stand beside the bars. */
const mostRows = 5;

type Props = {
  countries: readonly CountryCounts[];
  shown: readonly Series[];
  onCountry: (name: string) => void;
};

/** From which countries it was tried, the most first. */
export function WhereFrom({ countries, shown, onCountry }: Props) {
  const { t } = useI18n();
  const id = useId();
  const found = countries
    .filter((one) => totalOf(one, shown) > 0)
    .toSorted((a, b) => totalOf(b, shown) - totalOf(a, shown));
  const most = found[0] ? totalOf(found[0], shown) : 0;
  const count = found.length - mostRows;
  return (
    <section className="ef-picture" aria-labelledby={id}>
      <h2 className="ef-picture-title" id={id}>
        {t('picture_from_title')}
      </h2>
      {found.length === 0 && <p className="ef-muted">{t('picture_empty')}</p>}
      <ul className="ef-from" aria-labelledby={id}>
        {found.slice(0, mostRows).map((one) => (
          <CountryRow key={one.country ?? ''} counts={one} most={most} shown={shown} onCountry={onCountry} />
        ))}
      </ul>
      {count > 0 && <p className="ef-muted">{t('picture_from_more', { count })}</p>}
    </section>
  );
}
