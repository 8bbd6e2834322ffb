import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { mailboxListPath } from '../location/list-visit.ts';
import { LoadedMailboxes } from '../mailboxes/LoadedMailboxes.tsx';
import { CopyScreen } from './CopyScreen.tsx';
import './ProtectSeveralPage.css';

/** "How do I give the others the same rules?" */
export function ProtectSeveralPage() {
  const { t } = useI18n();
  return (
    <div className="ef-copying">
      <div className="ef-copying-head">
        <Link className="ef-link ef-copying-back" href={mailboxListPath()}>
          <Icon name="back" />
          {t('policy_back_link')}
        </Link>
        <PageHeading>{t('copying_title')}</PageHeading>
        <p className="ef-muted">{t('copying_intro')}</p>
      </div>
      <LoadedMailboxes>{(mailboxes) => <CopyScreen mailboxes={mailboxes} />}</LoadedMailboxes>
    </div>
  );
}
