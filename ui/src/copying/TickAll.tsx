import { useEffect, useId, useRef } from 'react';
import '../components/Tick.css';
import type { Words } from '../words/words.ts';
import type { Copying } from './use-copying.ts';

/** Ticks all mailboxes that are shown, or none of them; half where some are. */
export function TickAll({ copying, words }: { copying: Copying; words: Words }) {
  const { search, obstacleOf, isTicked, tick, state } = copying;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const names = search.found.filter((one) => obstacleOf(one) === undefined).map(({ mailbox }) => mailbox);
  const count = names.filter(isTicked).length;
  const isAll = count === names.length && count > 0;
  const isSome = count > 0 && !isAll;
  // No attribute says it: only a script can.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <div className="ef-tick">
      <input
        id={id}
        ref={box}
        className="ef-tick-box"
        type="checkbox"
        checked={isAll}
        disabled={names.length === 0 || state.isRunning}
        onChange={() => tick(names, !isAll)}
      />
      <label className="ef-tick-label" htmlFor={id}>
        {words.t('copying_targets_all', { count: names.length })}
      </label>
    </div>
  );
}
