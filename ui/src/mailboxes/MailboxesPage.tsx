import { PageHeading } from '../components/PageHeading.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { LoadedMailboxes } from './LoadedMailboxes.tsx';
import { MailboxList } from './MailboxList.tsx';
import './MailboxesPage.css';
import { UnsavedNotice } from './UnsavedNotice.tsx';
import { YouAreHere } from './YouAreHere.tsx';

/** "Which of my mailboxes are protected?" */
export function MailboxesPage() {
  const { t } = useI18n();
  return (
    <div className="ef-mailboxes-page">
      <div>
        <PageHeading>{t('mailboxes_title')}</PageHeading>
        <p className="ef-mailboxes-intro">{t('mailboxes_intro')}</p>
      </div>
      <YouAreHere />
      <UnsavedNotice />
      <LoadedMailboxes>{(mailboxes) => <MailboxList mailboxes={mailboxes} />}</LoadedMailboxes>
    </div>
  );
}
