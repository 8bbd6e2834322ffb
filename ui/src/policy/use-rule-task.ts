import { useCallback, useRef, useState } from 'react';
import type { RuleTask } from './editor/use-rule-dialog.ts';

/** A task, and the element, by its id, that the person comes back to. */
export type OpenTask = (task: RuleTask, returnTo: string) => void;

type Open = {
  /** Each opening is a dialog of its own. */
  key: number;
  task: RuleTask;
};

/** What the rule dialog is open for, if it is. */
export function useRuleTask() {
  const [open, setOpen] = useState<Open>();
  const lastKey = useRef(0);
  const returnTo = useRef<string>(undefined);
  return {
    open,
    start: (task: RuleTask, from: string) => {
      returnTo.current = from;
      lastKey.current += 1;
      setOpen({ key: lastKey.current, task });
    },
    /** @param to the element, by its id, that the focus goes to; back where the person came from if left out */
    close: (to?: string) => {
      returnTo.current = to ?? returnTo.current;
      setOpen(undefined);
    },
    /** The id of the element that has the focus once the dialog is closed. */
    lastFocusId: useCallback(() => returnTo.current, []),
  };
}
