import type { Words } from '../words/words.ts';
import type { CopyState } from './copy-state.ts';

/** How far a copying has come. */
export function CopyProgress({ state, words }: { state: CopyState; words: Words }) {
  const { total } = state;
  const count = total - state.left.length;
  return (
    <>
      <span>{words.t('copying_bar_progress', { count, total })}</span>
      <span className="ef-copying-track" aria-hidden="true">
        <span className="ef-copying-done" style={{ width: `${(100 * count) / Math.max(1, total)}%` }} />
      </span>
    </>
  );
}
