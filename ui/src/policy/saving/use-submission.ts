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
  const isSaving = sent.some((change) => saves.pending.includes(change));
  const hasFailed = sent.some((change) => saves.unsaved.includes(change));
  const isSaved = sent.length > 0 && !isSaving && !hasFailed;
  const finish = useEffectEvent(() => {
    setSent([]);
    onSaved();
  });
  useEffect(() => {
    if (isSaved) finish();
  }, [isSaved]);

  return {
    isSaving,
    hasFailed,
    submit: (changes: readonly PolicyChange[]) => {
      setSent(changes);
      queue.add(...changes);
    },
    /** What an earlier try held must not be sent instead of the next one. */
    withdraw: () => {
      if (!hasFailed) return;
      setSent([]);
      queue.discard((change) => sent.includes(change));
    },
  };
}
