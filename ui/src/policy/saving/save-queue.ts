import type { Policy, PolicySettings } from '@email-firewall/contract';
import { ApiFailure } from '../../api/api-failure.ts';
import { applyChanges, hasEffect, type PolicyChange, replaces, settingsOf } from '../policy-change.ts';

/** Where the saves of one mailbox stand. */
export type SaveState = {
  isSaving: boolean;
  /** Made, shown, and not yet confirmed by the server. */
  pending: readonly PolicyChange[];
  /** Made, not saved, and no longer shown; kept for another try. */
  unsaved: readonly PolicyChange[];
  /** Why they are unsaved. */
  failure: ApiFailure | undefined;
  /** Where somebody else's save came first: the settings that the changes were made on, and those that stand now. */
  elsewhere: { before: PolicySettings; after: PolicySettings } | undefined;
  /** Whether the server confirmed a save since the page was opened. */
  hasSaved: boolean;
};

/** The doors of a save queue. */
export type SavePorts = {
  /** The policy as the server last said it is. */
  read: () => Policy | undefined;
  /** Takes in what the server says now. */
  write: (policy: Policy) => void;
  /** Sends settings made on that revision. */
  save: (revision: number, settings: PolicySettings) => Promise<Policy>;
};

export type SaveQueue = ReturnType<typeof createSaveQueue>;

/**
 * Saves the changes of one mailbox strictly one after another: a save is sent when the one before it is answered, on the
 * revision that answer named. Changes made meanwhile go together into the next save.
 */
export function createSaveQueue({ read, write, save }: SavePorts) {
  let state: SaveState = {
    isSaving: false,
    pending: [],
    unsaved: [],
    failure: undefined,
    elsewhere: undefined,
    hasSaved: false,
  };
  const listeners = new Set<() => void>();

  function set(next: Partial<SaveState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function sendNext(): Promise<void> {
    const policy = read();
    if (state.isSaving || state.pending.length === 0 || !policy) return;
    const sent = state.pending;
    set({ isSaving: true });
    try {
      const saved = await save(policy.revision, applyChanges(settingsOf(policy), sent));
      write(saved);
      set({ isSaving: false, pending: state.pending.slice(sent.length), hasSaved: true });
    } catch (error) {
      fail(error, settingsOf(policy));
    }
    await sendNext();
  }

  function fail(error: unknown, base: PolicySettings): void {
    const failure = error instanceof ApiFailure ? error : new ApiFailure('internal', { error });
    const current = failure.answer?.policy;
    if (current) write(current);
    // The answer to an earlier save may have been lost on its way: what the server already has needs no second save.
    const unsaved = current
      ? state.pending.filter((change) => hasEffect(settingsOf(current), change))
      : state.pending;
    set({
      isSaving: false,
      pending: [],
      unsaved: [...state.unsaved, ...unsaved],
      failure: unsaved.length > 0 ? failure : state.failure,
      // What was seen before the first of several collisions is what the person still has in mind.
      elsewhere: current && { before: state.elsewhere?.before ?? base, after: settingsOf(current) },
      hasSaved: state.hasSaved || unsaved.length === 0,
    });
  }

  function keepUnsaved(isKept: (change: PolicyChange) => boolean): void {
    const unsaved = state.unsaved.filter(isKept);
    set(unsaved.length > 0 ? { unsaved } : { unsaved, failure: undefined, elsewhere: undefined });
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Makes changes: shown at once, saved together as soon as it is their turn. */
    add: (...changes: PolicyChange[]) => {
      keepUnsaved((earlier) => !changes.some((change) => replaces(change, earlier)));
      set({ pending: [...state.pending, ...changes] });
      void sendNext();
    },
    /** Makes the unsaved changes once more, on the policy as it now is. */
    retry: () => {
      set({
        pending: [...state.pending, ...state.unsaved],
        unsaved: [],
        failure: undefined,
        elsewhere: undefined,
      });
      void sendNext();
    },
    /** Gives up the unsaved changes, or those of them that are named. */
    discard: (isDiscarded: (change: PolicyChange) => boolean = () => true) =>
      keepUnsaved((change) => !isDiscarded(change)),
  };
}
