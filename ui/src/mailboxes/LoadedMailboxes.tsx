import type { MailboxSummary } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import './MailboxBar.css';
import { useMailboxes } from './use-mailboxes.ts';

type Props = { children: (mailboxes: readonly MailboxSummary[]) => ReactNode };

/** What is made of the account's mailboxes, once they are there; until then that they come, or why they do not. */
export function LoadedMailboxes({ children }: Props) {
  const { t } = useI18n();
  const { data, error, isFetching, refetch } = useMailboxes();
  if (data && data.mailboxes.length === 0) {
    return (
      <Notice tone="quiet" icon="mail" title={t('mailboxes_empty_title')}>
        <p className="ef-text">{t('mailboxes_empty_text')}</p>
      </Notice>
    );
  }
  if (data) return children(data.mailboxes);
  if (error) {
    return (
      <ErrorNotice
        title={t('mailboxes_failed_title')}
        failure={error}
        actions={
          <Button isOff={isFetching} onClick={() => void refetch()}>
            {t('error_retry')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      <div className="ef-mailbox-bar" />
      <p className="ef-muted ef-mailboxes-count" />
      <Skeleton label={t('mailboxes_loading')} rows={5} />
    </>
  );
}
