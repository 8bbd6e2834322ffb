import outlines from 'virtual:world-map';
import type { CountryCounts } from '@email-firewall/contract';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type Series, totalOf } from './bars.ts';
import { countWords } from './count-words.ts';
import { strongestOf, weightOf } from './map-weight.ts';
import './WorldMap.css';

type Props = { countries: readonly CountryCounts[]; shown: readonly Series[] };

/** From which countries it was tried, on a map. It says nothing that the list beside it does not. */
export function WorldMap({ countries, shown }: Props) {
  const i18n = useI18n();
  const counts = new Map(countries.map((one) => [one.country, one]));
  const most = Math.max(...countries.map((one) => totalOf(one, shown)), 0);
  return (
    <svg className="ef-map" viewBox="-1700 -840 3620 1400" aria-hidden="true" focusable="false">
      {Object.entries(outlines).map(([country, path]) => {
        const found = counts.get(country);
        const total = found ? totalOf(found, shown) : 0;
        return found && total > 0 ? (
          <path
            key={country}
            className={`ef-map-country ef-map-${strongestOf(found, shown)}`}
            d={path}
            fillOpacity={weightOf(total, most)}
          >
            <title>{`${i18n.countryName(country)}: ${countWords(found, shown, i18n)}`}</title>
          </path>
        ) : (
          <path key={country} className="ef-map-country" d={path} />
        );
      })}
    </svg>
  );
}
