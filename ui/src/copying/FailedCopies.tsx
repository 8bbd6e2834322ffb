import type { MailboxSummary } from '@email-firewall/contract';
import { protectionOf } from '../mailboxes/protection-of.ts';
import type { Words } from '../words/words.ts';
import type { CopyState } from './copy-state.ts';
import { copyFailureText } from './copy-words.ts';

type Props = { failed: CopyState['failed']; mailboxes: readonly MailboxSummary[]; words: Words };

/** The mailboxes that kept their own rules, each with the reason; of one that was changed meanwhile, what it has now. */
export function FailedCopies({ failed, mailboxes, words }: Props) {
  const { t } = words;
  if (failed.length === 0) return null;
  return (
    <ul className="ef-copying-failed">
      {failed.map(({ mailbox, failure }) => {
        const now = mailboxes.find((one) => one.mailbox === mailbox);
        const { word, text } = now ? protectionOf(now, words) : { word: '', text: '' };
        return (
          <li key={mailbox} className="ef-copying-failed-one">
            <span className="ef-copying-failed-name">{mailbox}</span> {t(copyFailureText[failure])}
            {failure === 'stale_revision' && now && ` ${t('copying_failed_now', { word, text })}`}
          </li>
        );
      })}
    </ul>
  );
}
