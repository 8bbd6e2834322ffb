import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { MailboxTable } from './MailboxTable.tsx';
import './MailboxesPage.css';
import { UnsavedNotice } from './UnsavedNotice.tsx';
import { useMailboxes } from './use-mailboxes.ts';

/** "Which of my mailboxes are protected?" */
export function MailboxesPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHeading>{t('mailboxes_title')}</PageHeading>
      <p className="ef-mailboxes-intro">{t('mailboxes_intro')}</p>
      <UnsavedNotice />
      <Mailboxes />
    </>
  );
}

function Mailboxes() {
  const { t } = useI18n();
  const { data, error, isFetching, refetch } = useMailboxes();
  if (data && data.mailboxes.length === 0) {
    return (
      <Notice tone="quiet" icon="shield" title={t('mailboxes_empty_title')}>
        <p className="ef-text">{t('mailboxes_empty_text')}</p>
      </Notice>
    );
  }
  if (data) return <MailboxTable mailboxes={data.mailboxes} />;
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
  return <Skeleton label={t('mailboxes_loading')} rows={5} />;
}
