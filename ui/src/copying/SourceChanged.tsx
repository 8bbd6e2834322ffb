import type { ReactNode } from 'react';
import { Notice } from '../components/Notice.tsx';
import { policySummary } from '../words/policy-summary.ts';
import type { Words } from '../words/words.ts';
import type { Copying } from './use-copying.ts';

type Props = { copying: Copying; words: Words; actions: ReactNode };

/** Told where the rules to copy were changed under way: what they are now, before the person copies them. */
export function SourceChanged({ copying, words, actions }: Props) {
  const { t } = words;
  const { source, state } = copying;
  const { done } = state;
  const mailbox = state.source?.mailbox ?? '';
  const { lead, rest } = source ? policySummary(source, words) : { lead: '', rest: '' };
  return (
    <Notice tone="warn" icon="warn" isAlert title={t('copying_changed_title', { mailbox })} actions={actions}>
      <p className="ef-text">{t('copying_changed_text')}</p>
      {source && (
        <p className="ef-text">
          {lead} {rest}
        </p>
      )}
      {done.length > 0 && <p className="ef-text">{t('copying_changed_done', { count: done.length })}</p>}
    </Notice>
  );
}
