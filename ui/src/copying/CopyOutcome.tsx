import type { MailboxSummary } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import type { Words } from '../words/words.ts';
import { hasSourceChanged } from './copy-state.ts';
import { FailedCopies } from './FailedCopies.tsx';
import { SourceChanged } from './SourceChanged.tsx';
import type { Copying } from './use-copying.ts';

type Props = { copying: Copying; mailboxes: readonly MailboxSummary[]; words: Words };

/** What came of a copying: done, or what happened, and the one click that goes on. */
export function CopyOutcome({ copying, mailboxes, words }: Props) {
  const { t } = words;
  const { state, again, copyAgain, dismiss } = copying;
  const { isRunning, total, done, failed, failure } = state;
  if (isRunning || total === 0) return null;
  const title = t('copying_outcome_title', { count: done.length, total });
  const failures = <FailedCopies failed={failed} mailboxes={mailboxes} words={words} />;
  const actions = (onward: string): ReactNode => (
    <>
      {again.length > 0 && (
        <Button look="primary" onClick={copyAgain}>
          {onward}
        </Button>
      )}
      <Button onClick={dismiss}>{t('dialog_close')}</Button>
    </>
  );
  const once = t('copying_outcome_again', { count: again.length });
  return (
    <div className="ef-copying-outcome">
      {hasSourceChanged(state) ? (
        <SourceChanged copying={copying} words={words} actions={actions(once)} />
      ) : failure ? (
        <ErrorNotice title={title} failure={failure} actions={actions(t('error_retry'))}>
          <p className="ef-text">{t('copying_outcome_kept')}</p>
          {failures}
        </ErrorNotice>
      ) : (
        <Notice
          tone={failed.length > 0 ? 'warn' : 'quiet'}
          icon={failed.length > 0 ? 'warn' : 'allow'}
          isAlert
          title={title}
          actions={actions(once)}
        >
          {failures}
        </Notice>
      )}
    </div>
  );
}
