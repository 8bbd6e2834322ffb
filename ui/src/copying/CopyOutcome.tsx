import type { MailboxSummary } from '@email-firewall/contract';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import type { Words } from '../words/words.ts';
import { hasSourceChanged } from './copy-state.ts';
import { outcomeTitle } from './copy-words.ts';
import { FailedCopies } from './FailedCopies.tsx';
import { OutcomeActions } from './OutcomeActions.tsx';
import { SourceChanged } from './SourceChanged.tsx';
import type { Copying } from './use-copying.ts';

type Props = { copying: Copying; mailboxes: readonly MailboxSummary[]; words: Words };

/** What came of a copying: done, or what happened, and the one click that goes on. */
export function CopyOutcome({ copying, mailboxes, words }: Props) {
  const { t } = words;
  const { isRunning, total, failed, unsure, failure } = copying.state;
  if (isRunning || total === 0) return null;
  const title = outcomeTitle(copying.state, words);
  const failures = <FailedCopies failed={failed} mailboxes={mailboxes} words={words} />;
  const actions = <OutcomeActions copying={copying} words={words} />;
  return (
    <div className="ef-copying-outcome">
      {hasSourceChanged(copying.state) ? (
        <SourceChanged copying={copying} words={words} actions={actions} />
      ) : failure ? (
        <ErrorNotice title={title} failure={failure} actions={actions}>
          <p className="ef-text">
            {unsure.length > 0
              ? t('copying_outcome_unsure', { count: unsure.length })
              : t('copying_outcome_kept')}
          </p>
          {failures}
        </ErrorNotice>
      ) : (
        <Notice
          tone={failed.length > 0 ? 'warn' : 'allow'}
          icon={failed.length > 0 ? 'warn' : 'allow'}
          isAlert
          title={title}
          actions={actions}
        >
          {failures}
        </Notice>
      )}
    </div>
  );
}
