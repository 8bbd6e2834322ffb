import type { MailboxSummary } from '@email-firewall/contract';
import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { mailboxPath } from '../mailboxes/mailbox-path.ts';
import { ProtectionWords } from '../mailboxes/ProtectionWords.tsx';
import { protectionOf } from '../mailboxes/protection-of.ts';
import type { Words } from '../words/words.ts';
import { hasOwnRules } from './copy-plan.ts';
import { obstacleText } from './copy-words.ts';
import type { Copying } from './use-copying.ts';

type Props = { summary: MailboxSummary; copying: Copying; words: Words };

/** What becomes of a mailbox: the rules it is given and those it loses, or why it is given none. */
export function TargetOutlook({ summary, copying, words }: Props) {
  const { t } = words;
  const { mailbox, rules: count } = summary;
  const { source, obstacleOf, isTicked } = copying;
  const obstacle = obstacleOf(summary);
  if (obstacle) {
    return (
      <span className="ef-muted">
        {t(obstacleText[obstacle])}{' '}
        {obstacle === 'unsaved' && (
          <Link className="ef-link" href={mailboxPath(mailbox)}>
            {t('mailboxes_unsaved_link')}
          </Link>
        )}
      </span>
    );
  }
  if (!isTicked(mailbox) || !source) return null;
  return (
    <>
      <span className="ef-target-when">{t('copying_column_then')}</span>
      <ProtectionWords protection={protectionOf(source, words)} />
      {hasOwnRules(summary) && (
        <div className="ef-target-loss">
          <Icon name="warn" size={14} />
          <span>{count > 0 ? t('copying_target_loses', { count }) : t('copying_target_loses_default')}</span>
        </div>
      )}
    </>
  );
}
