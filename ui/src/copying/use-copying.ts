import type { MailboxSummary } from '@email-firewall/contract';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useUrlText } from '../location/use-url-text.ts';
import { inOrder } from '../mailboxes/find-mailboxes.ts';
import { protectionKind } from '../mailboxes/protection-of.ts';
import { useMailboxSearch } from '../mailboxes/use-mailbox-search.ts';
import { useSaveQueues } from '../policy/saving/use-save-queues.ts';
import { hasOwnRules, obstacleTo, onlySource, sourcesAmong } from './copy-plan.ts';
import { hasSourceChanged, stillWaiting } from './copy-state.ts';
import { useCopyRun } from './use-copy-run.ts';

export type Copying = ReturnType<typeof useCopying>;

const unprotected = 'unprotected';

/** Everything the screen knows and does: whose rules, to whom, and how the copying goes. */
export function useCopying(mailboxes: readonly MailboxSummary[]) {
  const run = useCopyRun();
  const state = useSyncExternalStore(run.subscribe, run.getState);
  const queues = useSaveQueues();
  const unsaved = useSyncExternalStore(queues.subscribe, queues.unsavedMailboxes);
  const [named, setNamed] = useUrlText('from');
  const [only, setOnly] = useUrlText('only');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(stillWaiting(state)));

  const sources = useMemo(() => sourcesAmong(inOrder(mailboxes)), [mailboxes]);
  // As it was when the screen was opened: whoever gets rules since then does not make it less meant.
  const [implied] = useState(() => onlySource(sources)?.mailbox);
  const wanted = named === '' ? implied : named;
  const source = sources.find(({ mailbox }) => mailbox === wanted);
  const listed = useMemo(
    () => (only === unprotected ? mailboxes.filter((one) => protectionKind(one) === 'none') : mailboxes),
    [mailboxes, only],
  );
  const search = useMailboxSearch(listed);
  const obstacleOf = (one: MailboxSummary) => obstacleTo(one, { source, unsaved });
  const targetsNamed = (isNamed: (mailbox: string) => boolean) =>
    mailboxes.filter((one) => isNamed(one.mailbox) && obstacleOf(one) === undefined);
  const targets = targetsNamed((mailbox) => ticked.has(mailbox));
  const waiting = stillWaiting(state);
  const again = targetsNamed((mailbox) => waiting.includes(mailbox));

  async function copyTo(chosen: readonly MailboxSummary[]): Promise<void> {
    if (!source) return;
    await run.start(source, chosen);
    const ended = run.getState();
    // Those that have the earlier rules are still meant to have the new ones.
    if (!hasSourceChanged(ended)) tick(ended.done, false);
  }

  function tick(names: readonly string[], isTicked: boolean): void {
    setTicked((before) => {
      const after = new Set(before);
      for (const name of names) {
        if (isTicked) after.add(name);
        else after.delete(name);
      }
      return after;
    });
  }

  return {
    sources,
    source,
    /** Whether some of the source's changes could not be saved, and are not what is copied. */
    isSourceUnsaved: source !== undefined && unsaved.includes(source.mailbox),
    chooseSource: (mailbox: string) => setNamed(mailbox, { isStep: true }),
    search,
    isOnlyUnprotected: only === unprotected,
    setOnlyUnprotected: (isOnly: boolean) => setOnly(isOnly ? unprotected : ''),
    obstacleOf,
    isTicked: (mailbox: string) => ticked.has(mailbox),
    tick,
    /** The mailboxes to copy to, and those of them that lose what is set for them. */
    targets,
    losing: targets.filter(hasOwnRules),
    state,
    copy: () => void copyTo(targets),
    again,
    copyAgain: () => void copyTo(again),
    dismiss: run.dismiss,
  };
}
