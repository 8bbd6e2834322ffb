import { useEffect, useEffectEvent, useState } from 'react';
import type { PolicyChange } from '../policy-change.ts';
import type { SaveQueue, SaveState } from './save-queue.ts';

type Given = { queue: SaveQueue; saves: SaveState; onSaved: () => void };

/**
 * Changes that somebody waits for, such as a form that stays until the server has what was written in it, by whatever
 * try it gets there.
 */
export function useSubmission({ queue, saves, onSaved }: Given) {
  const [sent, setSent] = useState<readonly PolicyChange[]>([]);
  const hasFailed = sent.some((change) => saves.unsaved.includes(change));
  const isSaved = sent.length > 0 && !hasFailed && !sent.some((change) => saves.pending.includes(change));
  const finish = useEffectEvent(onSaved);
  useEffect(() => {
    if (isSaved) finish();
  }, [isSaved]);

  return {
    /** Until whoever waits for it has heard that it is saved. */
    isSaving: sent.length > 0 && !hasFailed,
    hasFailed,
    submit: (changes: readonly PolicyChange[]) => {
      queue.add(...changes);
      setSent(changes);
    },
    /** What an earlier try held must not be sent instead of the next one. */
    withdraw: () => {
      if (!hasFailed) return;
      setSent([]);
      queue.discard((change) => sent.includes(change));
    },
  };
}
