import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { activityPath } from '../location/activity-path.ts';
import { mailboxListPath } from '../location/list-visit.ts';

type Props = {
  mailbox: string;
  /** Beside the heading. */
  children?: ReactNode;
};

/** The ways back and on, and whose rules these are. */
export function PolicyHead({ mailbox, children }: Props) {
  const { t } = useI18n();
  return (
    <div>
      <div className="ef-policy-ways">
        <Link className="ef-link ef-policy-back" href={mailboxListPath()}>
          <Icon name="back" />
          {t('policy_back_link')}
        </Link>
        <Link className="ef-link ef-policy-back" href={activityPath(mailbox)}>
          <Icon name="activity" size={14} />
          {t('activity_title')}
        </Link>
      </div>
      <div className="ef-policy-title">
        <PageHeading>{mailbox}</PageHeading>
        {children}
      </div>
    </div>
  );
}
