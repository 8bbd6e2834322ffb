import type { MailboxSummary } from '@email-firewall/contract';
import type { I18n } from '../i18n/i18n.ts';

/** What a mailbox is called: its address, or the account's name and that it is the default one. */
export function mailboxName(
  { mailbox, isDefaultMailbox }: Pick<MailboxSummary, 'mailbox' | 'isDefaultMailbox'>,
  { t }: Pick<I18n, 't'>,
): string {
  return isDefaultMailbox ? t('mailboxes_row_default', { mailbox }) : mailbox;
}
