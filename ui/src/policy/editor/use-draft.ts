import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useUnloadGuard } from '../../components/use-unload-guard.ts';
import { keepDraft, keptDraft } from './kept-drafts.ts';
import { isWritten, type RuleDraft } from './rule-draft.ts';

type Given = {
  mailbox: string;
  /** Of the rule that is edited; none for a new one. */
  ruleId: string | undefined;
  /** The draft as the dialog is opened with it. */
  start: RuleDraft;
  /** Whether the start brings something of its own, before which a draft that was left steps back. */
  isBegun: boolean;
};

/**
 * What is written in a dialog. By whatever way the dialog is left, "back" included, it is kept for the next time, unless
 * it was forgotten before.
 */
export function useDraft({ mailbox, ruleId, start, isBegun }: Given) {
  const [untouched] = useState(start);
  const [kept, setKept] = useState(() => (isBegun ? undefined : keptDraft(mailbox, ruleId)));
  const [draft, setDraft] = useState(kept ?? untouched);
  const isKept = useRef(true);
  const end = useEffectEvent(() => {
    if (isKept.current && isWritten(draft, untouched)) keepDraft(mailbox, ruleId, draft);
    // What waits for "Add a rule" is none of a rule's that was begun elsewhere.
    else if (!isBegun) keepDraft(mailbox, ruleId, undefined);
  });
  useEffect(() => () => end(), []);
  useUnloadGuard(() => isWritten(draft, untouched));

  return {
    draft,
    change: (change: Partial<RuleDraft>) => {
      isKept.current = true;
      setDraft((earlier) => ({ ...earlier, ...change }));
    },
    /** Whether it goes on with what was left earlier. */
    isContinued: kept !== undefined,
    startOver: () => {
      setKept(undefined);
      setDraft(untouched);
    },
    /** Whether it is kept once the dialog is left. */
    keep: (isWanted: boolean) => {
      isKept.current = isWanted;
    },
  };
}
