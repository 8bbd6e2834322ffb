import { Link } from 'wouter';
import { Button } from '../components/Button.tsx';
import { mailboxListPath } from '../location/list-visit.ts';
import type { Words } from '../words/words.ts';
import { copyButtonId } from './copy-button-id.ts';
import { hasSourceChanged } from './copy-state.ts';
import type { Copying } from './use-copying.ts';

/** The ways on from a copying that has ended. */
export function OutcomeActions({ copying, words }: { copying: Copying; words: Words }) {
  const { t } = words;
  const { state, again, copyAgain, dismiss } = copying;
  const isCutOff = state.failure !== undefined && !hasSourceChanged(state);
  function act(action: () => void): void {
    document.getElementById(copyButtonId)?.focus({ preventScroll: true });
    action();
  }
  return (
    <>
      {again.length > 0 && (
        <Button look="primary" onClick={() => act(copyAgain)}>
          {isCutOff ? t('error_retry') : t('copying_outcome_again', { count: again.length })}
        </Button>
      )}
      {state.done.length === state.total && (
        <Link className="ef-button" href={mailboxListPath()}>
          {t('app_unknown_link')}
        </Link>
      )}
      <Button onClick={() => act(dismiss)}>{t('dialog_close')}</Button>
    </>
  );
}
