import '../mailboxes/MailboxTable.css';
import { rowCount } from '../mailboxes/rows/row-place.ts';
import { TableRows } from '../mailboxes/rows/TableRows.tsx';
import type { Words } from '../words/words.ts';
import { TargetRow } from './TargetRow.tsx';
import './TargetTable.css';
import type { Copying } from './use-copying.ts';

/** The mailboxes that can be given the rules: what each has now, and what it then has. */
export function TargetTable({ copying, words }: { copying: Copying; words: Words }) {
  const { t } = words;
  const { found } = copying.search;
  return (
    <table className="ef-mailboxes" aria-rowcount={rowCount(found.length)}>
      <thead className="ef-mailboxes-head">
        <tr aria-rowindex={1}>
          <th className="ef-mailboxes-column ef-mailboxes-column-name" scope="col">
            {t('mailboxes_column_mailbox')}
          </th>
          <th className="ef-mailboxes-column" scope="col">
            {t('copying_column_now')}
          </th>
          <th className="ef-mailboxes-column" scope="col">
            {t('copying_column_then')}
          </th>
        </tr>
      </thead>
      <TableRows mailboxes={found} columns={3} className="ef-mailboxes-body">
        {(summary, place) => <TargetRow summary={summary} place={place} copying={copying} words={words} />}
      </TableRows>
    </table>
  );
}
