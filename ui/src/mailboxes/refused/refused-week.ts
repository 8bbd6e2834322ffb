import type { MailboxCounts } from '@email-firewall/contract';
import type { I18n } from '../../i18n/i18n.ts';
import type { ActivitySearch } from '../../location/activity-path.ts';

/** What a mailbox's last seven days come to: what is drawn, in words, and what its attempts are narrowed down to. */
export type RefusedWeek = {
  tone: 'block' | 'warn';
  days: readonly number[];
  text: string;
  search: ActivitySearch;
};

/** Refusals; where there were none, what would have been refused; undefined where there was neither. */
export function refusedWeek(
  { refused, wouldBeRefused }: Pick<MailboxCounts, 'refused' | 'wouldBeRefused'>,
  { t }: Pick<I18n, 't'>,
): RefusedWeek | undefined {
  const count = sum(refused);
  if (count > 0) {
    return {
      tone: 'block',
      days: refused,
      text: t('mailboxes_refused_count', { count }),
      search: { show: 'refused' },
    };
  }
  const would = sum(wouldBeRefused);
  if (would === 0) return undefined;
  return {
    tone: 'warn',
    days: wouldBeRefused,
    text: t('mailboxes_refused_would', { count: would }),
    search: { show: 'would-be' },
  };
}

function sum(days: readonly number[]): number {
  return days.reduce((total, day) => total + day, 0);
}
