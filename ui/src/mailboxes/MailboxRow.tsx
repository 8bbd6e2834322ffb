import type { MailboxSummary } from '@email-firewall/contract';
import { Link } from 'wouter';
import { Badge } from '../components/Badge.tsx';
import type { IconName } from '../components/Icon.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { mailboxPath } from './mailbox-path.ts';
import { type Protection, protectionOf } from './protection-of.ts';

const iconOf = {
  on: 'shield',
  watching: 'watch',
  off: 'pause',
  none: undefined,
  unreadable: 'warn',
} as const satisfies Record<Protection['kind'], IconName | undefined>;

/** One mailbox: its name, how far it is protected, and the way to its rules. */
export function MailboxRow({ summary }: { summary: MailboxSummary }) {
  const i18n = useI18n();
  const { mailbox, isDefaultMailbox } = summary;
  const { kind, tone, word, text } = protectionOf(summary, i18n);
  const icon = iconOf[kind];
  return (
    <tr className="ef-mailboxes-row">
      <th className="ef-mailboxes-name" scope="row">
        {isDefaultMailbox ? i18n.t('mailboxes_row_default', { mailbox }) : mailbox}
      </th>
      <td className="ef-mailboxes-cell">
        <Badge tone={tone} {...(icon && { icon })}>
          {word}
        </Badge>
        <span className="ef-visually-hidden">: </span>
        <div className="ef-muted">{text}</div>
      </td>
      <td className="ef-mailboxes-cell ef-mailboxes-action">
        <Link
          className="ef-button"
          href={mailboxPath(mailbox)}
          aria-label={i18n.t('mailboxes_row_configure_label', { mailbox })}
        >
          {i18n.t('mailboxes_row_configure')}
        </Link>
      </td>
    </tr>
  );
}
