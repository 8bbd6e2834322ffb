import { Button } from '../../components/Button.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type Span, spanName } from '../filter.ts';
import './OlderEvents.css';
import type { EventList } from './use-event-list.ts';

type Props = { older: EventList['older']; isEmpty: boolean; span: Span };

/** The way to older attempts, and what is going on while they are searched. */
export function OlderEvents({ older, isEmpty, span }: Props) {
  const { t } = useI18n();
  const status = older.isLoading
    ? t('activity_older_searching')
    : older.hasFailed
      ? t('activity_older_failed')
      : older.isThere || isEmpty
        ? ''
        : t('activity_older_end', { span: t(spanName[span]) });
  return (
    <div className="ef-older">
      <p className="ef-muted" role="status">
        {status}
      </p>
      {older.isThere && (
        <Button isOff={older.isLoading} onClick={older.load}>
          {older.hasFailed
            ? t('error_retry')
            : t(older.isEmptySoFar ? 'activity_older_again' : 'activity_older_button')}
        </Button>
      )}
    </div>
  );
}
