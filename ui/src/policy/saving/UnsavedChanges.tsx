import { useEffect, useRef } from 'react';
import type { ApiFailure } from '../../api/api-failure.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';

type Props = { count: number; failure: ApiFailure; onRetry: () => void; onDiscard: () => void };

/** Changes that are not saved: why, what became of the list, and the ways on. */
export function UnsavedChanges({ count, failure, onRetry, onDiscard }: Props) {
  const { t } = useI18n();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isStale = failure.code === 'stale_revision';
  const actions = (
    <>
      <Button look="primary" onClick={onRetry}>
        {isStale ? t('save_stale_apply', { count }) : t('error_retry')}
      </Button>
      <Button onClick={onDiscard}>
        {isStale ? t('save_stale_keep') : t('save_failed_discard', { count })}
      </Button>
    </>
  );
  return (
    <div className="ef-policy-unsaved" ref={notice}>
      {isStale ? (
        <Notice tone="warn" icon="warn" isAlert title={t('save_stale_title')} actions={actions}>
          <p className="ef-text">{t('save_stale_text', { count })}</p>
        </Notice>
      ) : (
        <ErrorNotice title={t('save_failed_title', { count })} failure={failure} actions={actions}>
          <p className="ef-text">{t('save_failed_text')}</p>
        </ErrorNotice>
      )}
    </div>
  );
}
