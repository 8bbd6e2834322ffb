import type { MailboxSummary } from '@email-firewall/contract';
import { useI18n } from '../i18n/use-i18n.ts';
import { protectionKind } from './protection-of.ts';

type Props = {
  mailboxes: readonly MailboxSummary[];
  found: readonly MailboxSummary[];
  isNarrowed: boolean;
};

/** The screen's question answered in one number; while the list is narrowed down, how many are left. */
export function MailboxCount({ mailboxes, found, isNarrowed }: Props) {
  const { t } = useI18n();
  const total = mailboxes.length;
  const count = mailboxes.filter((one) => protectionKind(one) === 'on').length;
  return (
    <p className="ef-muted ef-mailboxes-count" role="status">
      {isNarrowed
        ? t('mailboxes_count_found', { count: found.length, total })
        : t('mailboxes_count_protected', { count, total })}
    </p>
  );
}
