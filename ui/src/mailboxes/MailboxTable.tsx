import type { MailboxSummary } from '@email-firewall/contract';
import { useI18n } from '../i18n/use-i18n.ts';
import { useWords } from '../network/use-words.ts';
import { asnsIn } from './brief-outline.ts';
import { MailboxRow } from './MailboxRow.tsx';
import './MailboxTable.css';
import { useRefused } from './refused/use-refused.ts';
import { rowCount } from './rows/row-place.ts';
import { TableRows } from './rows/TableRows.tsx';
import { useReturnToRow } from './use-return-to-row.ts';

type Props = {
  mailboxes: readonly MailboxSummary[];
  /** All of the account, whose providers' names are fetched once for every search. */
  all: readonly MailboxSummary[];
};

/** The mailboxes of the account, each in a row; on a phone each becomes a card. */
export function MailboxTable({ mailboxes, all }: Props) {
  const { t } = useI18n();
  const words = useWords(asnsIn(all));
  const refused = useRefused();
  const row = useReturnToRow();
  return (
    <table className="ef-mailboxes" aria-rowcount={rowCount(mailboxes.length)}>
      <thead className="ef-mailboxes-head">
        <tr aria-rowindex={1}>
          <th className="ef-mailboxes-column ef-mailboxes-column-name" scope="col">
            {t('mailboxes_column_mailbox')}
          </th>
          <th className="ef-mailboxes-column" scope="col">
            {t('mailboxes_column_protection')}
          </th>
          <th className="ef-mailboxes-column ef-mailboxes-column-refused" scope="col">
            {t('mailboxes_column_refused')}
          </th>
          <th className="ef-mailboxes-column ef-mailboxes-column-action" scope="col">
            <span className="ef-visually-hidden">{t('mailboxes_column_rules')}</span>
          </th>
        </tr>
      </thead>
      <TableRows mailboxes={mailboxes} columns={4} className="ef-mailboxes-body" wanted={row?.mailbox}>
        {(summary, place) => <MailboxRow summary={summary} refused={refused} words={words} place={place} />}
      </TableRows>
    </table>
  );
}
