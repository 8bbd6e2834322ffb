import { Link } from 'wouter';
import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Icon } from '../components/Icon.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import './PolicyPage.css';
import { PolicyEditor } from './PolicyEditor.tsx';
import { usePolicy } from './use-policy.ts';

/** "Who can read this mailbox, and why?" */
export function PolicyPage({ mailbox }: { mailbox: string }) {
  const { t } = useI18n();
  return (
    <div className="ef-policy">
      <div className="ef-policy-way">
        <Link className="ef-link ef-policy-back" href="/">
          <Icon name="back" />
          {t('policy_back_link')}
        </Link>
      </div>
      <PageHeading>{mailbox}</PageHeading>
      <Loaded mailbox={mailbox} />
    </div>
  );
}

function Loaded({ mailbox }: { mailbox: string }) {
  const { t } = useI18n();
  const policy = usePolicy(mailbox);
  const { stored, settings, queue, saves } = policy;
  const { error, isFetching, refetch } = policy.query;
  if (stored && settings) {
    return <PolicyEditor stored={stored} settings={settings} saves={saves} queue={queue} />;
  }
  if (!error) return <Skeleton label={t('policy_loading')} rows={3} />;
  const isUnknown = error.code === 'mailbox_not_found';
  return (
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
  );
}
