import { lazy, Suspense } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { ActivityFilter } from '../filter.ts';
import { AttemptBars } from './AttemptBars.tsx';
import { barOf, barsFrom, seriesOf } from './bars.ts';
import './Pictures.css';
import { useSummary } from './use-summary.ts';
import { WhereFrom } from './WhereFrom.tsx';

// Some 25 KB of outlines, which the list beside them can do without.
const WorldMap = lazy(async () => ({ default: (await import('./WorldMap.tsx')).WorldMap }));

type Props = {
  mailbox: string | undefined;
  filter: ActivityFilter;
  /** Looks for the attempts from a country, by its name. */
  onCountry: (name: string) => void;
};

/** When and from where it was tried, at a glance. */
export function Pictures({ mailbox, filter: { show, span, text }, onCountry }: Props) {
  const { t } = useI18n();
  const { data, error, isFetching, refetch } = useSummary(mailbox, span);
  // The list says what is wrong with a mailbox that is none.
  if (error?.code === 'mailbox_not_found' || error?.code === 'invalid_request') return null;
  if (!data) {
    return (
      <div className="ef-card ef-pictures ef-pictures-empty" aria-busy={!error}>
        <p className="ef-muted" role="status">
          {t(error ? 'picture_failed' : 'picture_loading')}
        </p>
        {error && (
          <Button look="plain" isOff={isFetching} onClick={() => void refetch()}>
            {t('error_retry')}
          </Button>
        )}
      </div>
    );
  }
  const shown = seriesOf[show];
  const utcOffset = -new Date().getTimezoneOffset() * 60_000;
  return (
    <div className="ef-card ef-pictures">
      <AttemptBars
        bars={barsFrom(data.buckets, barOf[span].length, utcOffset)}
        shown={shown}
        span={span}
        isWhole={text !== ''}
      />
      <WhereFrom countries={data.countries} shown={shown} onCountry={onCountry} />
      <div className="ef-picture-map">
        <ErrorBoundary fallback={null}>
          <Suspense>
            <WorldMap countries={data.countries} shown={shown} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}
