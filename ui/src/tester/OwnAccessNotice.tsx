import type { Decision, Mode } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import { Notice } from '../components/Notice.tsx';
import type { Words } from '../words/words.ts';
import { wayIn } from './check-words.ts';

type Props = {
  /** On the person's own connection, as the rules would have it; undefined where it is not known. */
  decision: Decision | undefined;
  mode: Mode;
  /** What lets the person in again. */
  actions?: ReactNode;
  words: Words;
};

/** Says so, and what to do, where the rules refuse the person's own connection. It comes up while rules are edited. */
export function OwnAccessNotice({ decision, mode, actions, words }: Props) {
  const { t } = words;
  const isRefused = decision?.action === 'block';
  return (
    <div className="ef-own-access" aria-live="polite">
      {decision && isRefused && (
        <Notice
          tone={mode === 'enforce' ? 'block' : 'warn'}
          icon="warn"
          title={t(mode === 'enforce' ? 'checks_you_refused_title' : 'checks_you_would_refused_title')}
          actions={actions}
        >
          <p className="ef-muted">{wayIn(decision, words)}</p>
        </Notice>
      )}
    </div>
  );
}
