import type { Bucket } from '@email-firewall/contract';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type Series, totalOf } from './bars.ts';
import { seriesLook } from './count-words.ts';

type Props = {
  bars: readonly Bucket[];
  shown: readonly Series[];
  timeOf: (bar: Bucket) => string;
  labelId: string;
};

/** The bars for those who do not see them: a row for each that is not empty. */
export function BarTable({ bars, shown, timeOf, labelId }: Props) {
  const { t, number } = useI18n();
  const filled = bars.filter((bar) => totalOf(bar, shown) > 0);
  if (filled.length === 0) return <p className="ef-visually-hidden">{t('picture_empty')}</p>;
  return (
    <div className="ef-visually-hidden">
      <table className="ef-bars-table" aria-labelledby={labelId}>
        <thead>
          <tr>
            <th scope="col">{t('picture_column_time')}</th>
            {shown.toReversed().map((one) => (
              <th key={one} scope="col">
                {t(seriesLook[one].name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((bar) => (
            <tr key={bar.start}>
              <th scope="row">{timeOf(bar)}</th>
              {shown.toReversed().map((one) => (
                <td key={one}>{number(bar[one])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
