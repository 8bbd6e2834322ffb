import type { MailboxSummary } from '@email-firewall/contract';
import { useI18n } from '../i18n/use-i18n.ts';
import { MailboxRow } from './MailboxRow.tsx';
import './MailboxTable.css';

/** The mailboxes of the account, each in a row; on a phone each becomes a card. */
export function MailboxTable({ mailboxes }: { mailboxes: readonly MailboxSummary[] }) {
  const { t } = useI18n();
  return (
    <table className="ef-mailboxes">
      <thead className="ef-mailboxes-head">
        <tr>
          <th className="ef-mailboxes-column" scope="col">
            {t('mailboxes_column_mailbox')}
          </th>
          <th className="ef-mailboxes-column" scope="col">
            {t('mailboxes_column_protection')}
          </th>
          <th className="ef-mailboxes-column" scope="col">
            <span className="ef-visually-hidden">{t('mailboxes_column_rules')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="ef-mailboxes-body">
        {mailboxes.map((summary) => (
          <MailboxRow key={summary.mailbox} summary={summary} />
        ))}
      </tbody>
    </table>
  );
}
