import { useState } from 'react';
import type { RuleTask } from './editor/use-rule-dialog.ts';

/** A task, and the element, by its id, that the person comes back to. */
export type OpenTask = (task: RuleTask, returnTo: string) => void;

type Open = {
  /** Each opening is a dialog of its own. */
  key: number;
  task: RuleTask;
  returnTo: string;
};

/** What the rule dialog is open for, if it is. */
export function useRuleTask() {
  const [open, setOpen] = useState<Open>();
  return {
    open,
    start: (task: RuleTask, returnTo: string) =>
      setOpen((earlier) => ({ key: (earlier?.key ?? 0) + 1, task, returnTo })),
    close: () => setOpen(undefined),
  };
}
