import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { activityPath } from '../location/activity-path.ts';
import { mailboxListPath } from '../location/list-visit.ts';
import { mailboxPath } from '../mailboxes/mailbox-path.ts';
import './ActivityHead.css';

/** The ways back, and whose activity this is. */
export function ActivityHead({ mailbox }: { mailbox: string | undefined }) {
  const { t } = useI18n();
  return (
    <div className="ef-activity-head">
      <nav className="ef-crumbs" aria-label={t('activity_crumbs_label')}>
        <Link className="ef-link ef-crumb" href={mailboxListPath()}>
          <Icon name="back" />
          {t('policy_back_link')}
        </Link>
        {mailbox !== undefined && (
          <>
            <Link className="ef-link ef-crumb" href={mailboxPath(mailbox)}>
              {t('activity_rules_crumb')}
            </Link>
            <Link className="ef-link ef-crumb" href={activityPath()}>
              {t('activity_all_crumb')}
            </Link>
          </>
        )}
      </nav>
      <PageHeading>
        {mailbox === undefined ? t('activity_title') : t('activity_title_of', { mailbox })}
      </PageHeading>
    </div>
  );
}
