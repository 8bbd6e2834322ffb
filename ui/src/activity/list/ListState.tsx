import { Link } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { EventList } from './use-event-list.ts';

type Props = { list: EventList };

/** How it stands with the list itself: that it comes, why it does not, and what it cannot say. */
export function ListState({ list: { data, failure, isFetching, isLive, retry } }: Props) {
  const { t } = useI18n();
  if (failure) {
    const isUnknown = failure.code === 'mailbox_not_found';
    return (
      <ErrorNotice
        title={t(isUnknown ? 'policy_unknown_title' : 'activity_failed_title')}
        failure={failure}
        actions={
          isUnknown ? (
            <Link className="ef-button" href="/">
              {t('app_unknown_link')}
            </Link>
          ) : (
            <Button isOff={isFetching} onClick={retry}>
              {t('error_retry')}
            </Button>
          )
        }
      />
    );
  }
  if (!data) return <Skeleton label={t('activity_loading')} rows={5} />;
  return (
    <>
      <p className="ef-muted" role="status">
        {!isLive && t('activity_not_live')}
      </p>
      {data.pages[0]?.isLogReadable === false && <p className="ef-muted">{t('activity_own_only')}</p>}
    </>
  );
}
