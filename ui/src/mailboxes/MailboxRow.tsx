import type { MailboxSummary } from '@email-firewall/contract';
import { Link } from 'wouter';
import { MailboxAddress } from '../components/MailboxAddress.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { rememberRow } from '../location/list-visit.ts';
import type { Words } from '../words/words.ts';
import { mailboxName } from './mailbox-name.ts';
import { mailboxPath } from './mailbox-path.ts';
import { ProtectionWords } from './ProtectionWords.tsx';
import { protectionOf } from './protection-of.ts';
import { RefusedCell } from './refused/RefusedCell.tsx';
import type { RefusedCounts } from './refused/use-refused.ts';
import type { RowPlace } from './rows/row-place.ts';
import { mailboxLinkId } from './use-return-to-row.ts';

type Props = { summary: MailboxSummary; refused: RefusedCounts; words: Words; place: RowPlace };

/** One mailbox: its name, how far it is protected, how many that refused, and the way to its rules. */
export function MailboxRow({ summary, refused, words, place }: Props) {
  const { t } = useI18n();
  const { mailbox } = summary;
  return (
    <tr className="ef-mailboxes-row" {...place}>
      <th className="ef-mailboxes-name" scope="row">
        <MailboxAddress>{mailboxName(summary, words)}</MailboxAddress>
      </th>
      <td className="ef-mailboxes-cell">
        <ProtectionWords protection={protectionOf(summary, words)} />
      </td>
      <td className="ef-mailboxes-cell ef-mailboxes-refused">
        <RefusedCell mailbox={mailbox} counts={refused} />
      </td>
      <td className="ef-mailboxes-cell ef-mailboxes-action">
        <Link
          id={mailboxLinkId(mailbox)}
          className="ef-button"
          href={mailboxPath(mailbox)}
          aria-label={t('mailboxes_row_configure_label', { mailbox })}
          onClick={({ currentTarget }) => rememberRow(mailbox, currentTarget)}
        >
          {t('mailboxes_row_configure')}
        </Link>
      </td>
    </tr>
  );
}
