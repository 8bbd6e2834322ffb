import { type ApiResponse, limits, type MailboxSummary } from '@email-firewall/contract';
import { ApiFailure, type FailureCode } from '../api/api-failure.ts';
import { readsAlike } from './copy-plan.ts';
import { type CopyState, nothingCopied, type Seen } from './copy-state.ts';

/** The doors of a copying. */
export type CopyPorts = {
  copy: (source: Seen, to: readonly Seen[]) => Promise<ApiResponse<'copy_policy'>['results']>;
  /** The mailboxes as they are now, asked anew. */
  list: () => Promise<readonly MailboxSummary[]>;
  /** Throws away what was known of the rules of these. */
  forget: (mailboxes: readonly string[]) => void;
};

/** Failures after which a part of a stretch may have been copied onto all the same. */
const leavesDoubt: readonly FailureCode[] = [
  'network',
  'unexpected_answer',
  'internal',
  'storage_failed',
  'service_unavailable',
];

export type CopyRun = ReturnType<typeof createCopyRun>;

/** Copies one mailbox's rules onto others, a stretch at a time. It goes on when the screen it was started from is left. */
export function createCopyRun({ copy, list, forget }: CopyPorts) {
  let state: CopyState = nothingCopied;
  const listeners = new Set<() => void>();

  function set(next: Partial<CopyState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function copyNext(source: Seen): Promise<void> {
    const stretch = state.left.slice(0, limits.copies);
    if (stretch.length === 0) return;
    set({ unsure: stretch });
    const results = await copy(source, stretch);
    forget(stretch.map(({ mailbox }) => mailbox));
    set({
      done: [...state.done, ...results.flatMap((one) => (one.failure ? [] : [one.mailbox]))],
      failed: [
        ...state.failed,
        ...results.flatMap(({ mailbox, failure }) => (failure ? [{ mailbox, failure }] : [])),
      ],
      left: state.left.slice(stretch.length),
      unsure: [],
    });
    await copyNext(source);
  }

  /** Tells of those whose answer was lost, from what they have now, whether they were copied onto. */
  function settle(source: Seen, now: readonly MailboxSummary[]): void {
    const original = now.find(({ mailbox }) => mailbox === source.mailbox);
    for (const { mailbox, revision } of state.unsure) {
      const summary = now.find((one) => one.mailbox === mailbox);
      if (summary?.revision === revision) continue;
      const isCopy = original && summary?.revision === revision + 1 && readsAlike(summary, original);
      set({
        left: state.left.filter((one) => one.mailbox !== mailbox),
        ...(isCopy
          ? { done: [...state.done, mailbox] }
          : {
              failed: [
                ...state.failed,
                { mailbox, failure: summary ? 'stale_revision' : 'mailbox_not_found' },
              ],
            }),
      });
    }
    set({ unsure: [] });
  }

  async function copyAll(source: Seen): Promise<void> {
    try {
      if (state.unsure.length > 0) settle(source, await list());
      await copyNext(source);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure('internal', { error });
      set({ failure, unsure: leavesDoubt.includes(failure.code) ? state.unsure : [] });
      forget(state.unsure.map(({ mailbox }) => mailbox));
    }
    try {
      const now = await list();
      if (state.unsure.length > 0) settle(source, now);
    } catch {
      // Then the screen shows an older list; what was copied and what was not is known all the same.
    }
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Copies; resolves when it is at its end, whatever that is. */
    start: async (source: Seen, targets: readonly Seen[]) => {
      if (state.isRunning || targets.length === 0) return;
      // Of a mailbox whose answer was lost, what was seen before that is what counts.
      const unsure = state.unsure.filter(({ mailbox }) => targets.some((one) => one.mailbox === mailbox));
      const left = targets.map(seenOf);
      set({ ...nothingCopied, source: seenOf(source), isRunning: true, total: left.length, left, unsure });
      await copyAll(source);
      set({ isRunning: false });
    },
    /** Forgets how the last copying ended. */
    dismiss: () => {
      if (!state.isRunning) set(nothingCopied);
    },
  };
}

/** No more than the server is to be told. */
function seenOf({ mailbox, revision }: Seen): Seen {
  return { mailbox, revision };
}
