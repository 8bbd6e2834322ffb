import { useId } from 'react';
import { Link } from 'wouter';
import { Button } from '../components/Button.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { activityPath } from '../location/activity-path.ts';
import { useWords } from '../network/use-words.ts';
import { asnsOfEvents } from './asns-of-events.ts';
import './LastAttempts.css';
import { LastAttempt } from './LastAttempt.tsx';
import { useLastAttempts } from './use-last-attempts.ts';

/** Who tried to log in to a mailbox last, and the way to all who did. */
export function LastAttempts({ mailbox }: { mailbox: string }) {
  const { t } = useI18n();
  const id = useId();
  const { data, error, isFetching, refetch } = useLastAttempts(mailbox);
  const events = data?.events ?? [];
  const words = useWords(asnsOfEvents(events));
  return (
    <section className="ef-card ef-last" aria-labelledby={id}>
      <h2 className="ef-last-title" id={id}>
        {t('last_title')}
      </h2>
      <p className="ef-muted" role="status">
        {!data && t(error ? 'last_failed' : 'last_loading')}
      </p>
      {!data && error && (
        <Button look="plain" isOff={isFetching} onClick={() => void refetch()}>
          {t('error_retry')}
        </Button>
      )}
      {data && events.length === 0 && data.cursor === undefined && (
        <p className="ef-muted">{t('last_empty')}</p>
      )}
      {events.length > 0 && (
        <ul className="ef-last-list" aria-labelledby={id}>
          {events.map((event) => (
            <LastAttempt key={event.id} event={event} words={words} />
          ))}
        </ul>
      )}
      <Link className="ef-link" href={activityPath(mailbox)}>
        {t('last_all_link')}
      </Link>
    </section>
  );
}
