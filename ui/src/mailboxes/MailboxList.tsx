import type { MailboxSummary } from '@email-firewall/contract';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { activityPath } from '../location/activity-path.ts';
import { useHashSearch } from '../location/hash-location.ts';
import { rememberSearch } from '../location/list-visit.ts';
import { MailboxBar } from './MailboxBar.tsx';
import { MailboxCount } from './MailboxCount.tsx';
import { MailboxTable } from './MailboxTable.tsx';
import { protectSeveralPath } from './mailbox-path.ts';
import { NothingFound } from './NothingFound.tsx';
import { useMailboxSearch } from './use-mailbox-search.ts';

/** The mailboxes, what narrows them down, and how many of them are protected. */
export function MailboxList({ mailboxes }: { mailboxes: readonly MailboxSummary[] }) {
  const { t } = useI18n();
  const search = useMailboxSearch(mailboxes);
  const place = useHashSearch();
  useEffect(() => rememberSearch(place), [place]);
  return (
    <>
      <MailboxBar search={search}>
        <Link className="ef-button" href={activityPath()}>
          <Icon name="activity" />
          {t('activity_title')}
        </Link>
        {mailboxes.length > 1 && (
          <Link className="ef-button" href={protectSeveralPath()}>
            <Icon name="copy" />
            {t('mailboxes_several_link')}
          </Link>
        )}
      </MailboxBar>
      <MailboxCount mailboxes={mailboxes} found={search.found} isNarrowed={search.isNarrowed} />
      {search.found.length > 0 ? (
        <MailboxTable mailboxes={search.found} all={mailboxes} />
      ) : (
        <NothingFound onClear={search.clear} />
      )}
    </>
  );
}
