import type { MailboxSummary } from '@email-firewall/contract';
import { Link } from 'wouter';
import { Badge } from '../components/Badge.tsx';
import { Notice } from '../components/Notice.tsx';
import { mailboxPath } from '../mailboxes/mailbox-path.ts';
import { protectionOf } from '../mailboxes/protection-of.ts';
import { factsWords } from '../words/facts-words.ts';
import { policySummary } from '../words/policy-summary.ts';
import type { Words } from '../words/words.ts';
import { useShutOut } from './use-shut-out.ts';

type Props = { source: MailboxSummary; isUnsaved: boolean; words: Words };

/** What the rules to be copied say, and what a person should know before they copy them. */
export function SourceRules({ source, isUnsaved, words }: Props) {
  const { t } = words;
  const { mailbox, mode } = source;
  const { tone, icon, word } = protectionOf(source, words);
  const { lead, rest } = policySummary(source, words);
  const shutOut = useShutOut(source);
  return (
    <div className="ef-copying-rules">
      <p className="ef-copying-sentence">
        <Badge tone={tone} {...(icon && { icon })}>
          {word}
        </Badge>
        <span>
          {lead} {rest}
        </span>
        <Link className="ef-link" href={mailboxPath(mailbox)}>
          {t('copying_source_show')}
        </Link>
      </p>
      {mode !== 'enforce' && (
        <p className="ef-muted">{t(mode === 'monitor' ? 'copying_source_watching' : 'copying_source_off')}</p>
      )}
      {isUnsaved && (
        <Notice tone="warn" icon="warn">
          <p className="ef-text">
            {t('copying_source_unsaved', { mailbox })}{' '}
            <Link className="ef-link" href={mailboxPath(mailbox)}>
              {t('mailboxes_unsaved_link')}
            </Link>
          </p>
        </Notice>
      )}
      {shutOut && (
        <Notice tone="warn" icon="warn">
          <p className="ef-text">
            {t('copying_source_shut_out', { where: factsWords(shutOut.facts, words) })}
          </p>
        </Notice>
      )}
    </div>
  );
}
