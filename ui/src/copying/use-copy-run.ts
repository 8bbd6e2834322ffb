import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { policyKey } from '../api/query-keys.ts';
import { mailboxesQuery } from '../mailboxes/use-mailboxes.ts';
import { type CopyRun, createCopyRun } from './copy-run.ts';

const runs = new WeakMap<QueryClient, CopyRun>();

/** The one copying of this page. It outlives the screen, so that whoever comes back finds how it ended. */
export function useCopyRun(): CopyRun {
  const client = useQueryClient();
  const run = runs.get(client) ?? openCopyRun(client);
  runs.set(client, run);
  return run;
}

function openCopyRun(client: QueryClient): CopyRun {
  return createCopyRun({
    copy: async ({ mailbox, revision }, to) =>
      (await call('copy_policy', { mailbox, revision, to: [...to] })).results,
    list: async () => {
      // An answer that is on its way already may be older than what was just copied.
      await client.cancelQueries({ queryKey: mailboxesQuery.queryKey });
      return (await client.fetchQuery({ ...mailboxesQuery, staleTime: 0 })).mailboxes;
    },
    forget: (mailboxes) => {
      for (const mailbox of mailboxes) {
        const queryKey = policyKey(mailbox);
        client.removeQueries({ queryKey, type: 'inactive' });
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
