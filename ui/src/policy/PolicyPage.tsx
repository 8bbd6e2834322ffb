import { Link } from 'wouter';
import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { ToastArea } from '../components/Toasts.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import './PolicyPage.css';
import { PolicyEditor } from './PolicyEditor.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { usePolicy } from './use-policy.ts';

/** "Who can read this mailbox, and why?" */
export function PolicyPage({ mailbox }: { mailbox: string }) {
  const { query, settings, queue, saves } = usePolicy(mailbox);
  const { t } = useI18n();
  const { error, isFetching, refetch } = query;
  if (settings) {
    return (
      <div className="ef-policy">
        <PolicyEditor mailbox={mailbox} settings={settings} saves={saves} queue={queue} />
        <ToastArea />
      </div>
    );
  }
  const isUnknown = error?.code === 'mailbox_not_found';
  return (
    <div className="ef-policy">
      {/* A link can be made to name anything: what is no mailbox of the account is no heading either. */}
      <PolicyHead mailbox={isUnknown ? t('mailboxes_title') : mailbox} />
      {!error && <Skeleton label={t('policy_loading')} rows={3} />}
      {error && (
        <ErrorNotice
          title={t(isUnknown ? 'policy_unknown_title' : 'policy_failed_title')}
          failure={error}
          actions={
            isUnknown ? (
              <Link className="ef-button" href="/">
                {t('app_unknown_link')}
              </Link>
            ) : (
              <Button isOff={isFetching} onClick={() => void refetch()}>
                {t('error_retry')}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
