import { mailboxSchema } from '@email-firewall/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { policyKey } from '../api/query-keys.ts';
import { applyChanges, settingsOf } from './policy-change.ts';
import { useSaveQueues } from './saving/use-save-queues.ts';

/** How the policy of one mailbox is asked for. */
export function policyQuery(mailbox: string) {
  return queryOptions<Awaited<ReturnType<typeof load>>, ApiFailure>({
    queryKey: policyKey(mailbox),
    queryFn: ({ signal }) => load(mailbox, signal),
    // A queue whose screen is gone still needs the policy its next save is made on.
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * The policy of one mailbox: what the server has, with the changes that are on their way to it laid over. A change that
 * cannot be saved simply stops being laid over.
 */
export function usePolicy(mailbox: string) {
  const queue = useSaveQueues().of(mailbox);
  const saves = useSyncExternalStore(queue.subscribe, queue.getState);
  const query = useQuery(policyQuery(mailbox));
  return {
    query,
    /** As the server last said. */
    stored: query.data,
    /** As the person sees it. */
    settings: query.data && applyChanges(settingsOf(query.data), saves.pending),
    saves,
    queue,
  };
}

async function load(mailbox: string, signal: AbortSignal) {
  // The page's address can be written by hand: what no mailbox can be called is none.
  if (!mailboxSchema.safeParse(mailbox).success) throw new ApiFailure('mailbox_not_found');
  return (await call('get_policy', { mailbox }, signal)).policy;
}
