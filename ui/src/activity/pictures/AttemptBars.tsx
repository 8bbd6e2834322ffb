import type { Bucket } from '@email-firewall/contract';
import { useId } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { whenWords } from '../../words/when-words.ts';
import type { Span } from '../filter.ts';
import './AttemptBars.css';
import { BarTable } from './BarTable.tsx';
import { barOf, type Series, totalOf } from './bars.ts';
import { countWords } from './count-words.ts';
import { Legend } from './Legend.tsx';

type Props = {
  bars: readonly Bucket[];
  shown: readonly Series[];
  span: Span;
  /** Whether more is counted than is listed. */
  isWhole: boolean;
};

/** How much was tried over time: a bar for each period, let in below and refused above. */
export function AttemptBars({ bars, shown, span, isWhole }: Props) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const id = useId();
  const now = Date.now();
  const timeOf = ({ start }: Bucket) =>
    barOf[span].by === 'hour' ? whenWords(start, i18n, now) : i18n.dayHere(start);
  const most = Math.max(...bars.map((bar) => totalOf(bar, shown)), 0);
  const marks = [bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)].filter((bar) => bar !== undefined);
  return (
    <section className="ef-picture" aria-labelledby={id}>
      <div className="ef-bars-head">
        <h2 className="ef-picture-title" id={id}>
          {t('picture_bars_title')}
        </h2>
        <Legend shown={shown} />
      </div>
      <div className="ef-bars" aria-hidden="true">
        {most > 0 && <span className="ef-bars-most">{number(most)}</span>}
        {most === 0 && <span className="ef-bars-nothing">{t('picture_empty')}</span>}
        {bars.map((bar) => (
          <div
            key={bar.start}
            className="ef-bar"
            title={`${timeOf(bar)}: ${countWords(bar, shown, i18n) || number(0)}`}
          >
            {shown
              .toReversed()
              .map(
                (one) =>
                  bar[one] > 0 && (
                    <span
                      key={one}
                      className={`ef-bar-part ef-picture-${one}`}
                      style={{ height: `${(100 * bar[one]) / most}%` }}
                    />
                  ),
              )}
          </div>
        ))}
      </div>
      <div className="ef-bars-times" aria-hidden="true">
        {marks.map((bar) => (
          <span key={bar.start}>{timeOf(bar)}</span>
        ))}
      </div>
      <p className="ef-muted ef-bars-note">
        {t(barOf[span].nameKey)} {isWhole && t('picture_bars_whole')}
      </p>
      <BarTable bars={bars} shown={shown} timeOf={timeOf} labelId={id} />
    </section>
  );
}
