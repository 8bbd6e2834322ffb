import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { mailboxesKey, policyKey } from '../../api/query-keys.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';

export type SaveQueues = ReturnType<typeof createSaveQueues>;

/**
 * The save queue of each mailbox. They outlive the screen they belong to: a save goes on, and its failure is kept, when
 * the person walks on to another mailbox.
 */
export function createSaveQueues(client: QueryClient) {
  const queues = new Map<string, SaveQueue>();
  const listeners = new Set<() => void>();
  let unsaved: readonly string[] = [];

  function refresh(): void {
    const now = [...queues].filter(([, queue]) => queue.getState().unsaved.length > 0).map(([name]) => name);
    if (now.join() === unsaved.join()) return;
    unsaved = now;
    for (const listener of listeners) listener();
  }

  function open(mailbox: string): SaveQueue {
    const key = policyKey(mailbox);
    const queue = createSaveQueue({
      read: () => client.getQueryData(key),
      write: (policy) => {
        // A reading that began before this answer may end after it, and must not bring the older policy back.
        void client.cancelQueries({ queryKey: key });
        client.setQueryData(key, policy);
        void client.invalidateQueries({ queryKey: mailboxesKey });
      },
      save: async (revision, policy) => (await call('save_policy', { mailbox, revision, policy })).policy,
    });
    queue.subscribe(refresh);
    queues.set(mailbox, queue);
    return queue;
  }

  return {
    of: (mailbox: string) => queues.get(mailbox) ?? open(mailbox),
    /** The mailboxes with changes that could not be saved. */
    unsavedMailboxes: () => unsaved,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Whether leaving the page now would lose a change. */
    isBusy: () =>
      [...queues.values()].some((queue) => {
        const { pending, unsaved } = queue.getState();
        return pending.length + unsaved.length > 0;
      }),
  };
}
