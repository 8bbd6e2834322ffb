import type { ApiResponse } from '@email-firewall/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { mailboxesKey } from '../api/query-keys.ts';

/** How the mailboxes of the account are asked for. */
export const mailboxesQuery = queryOptions<ApiResponse<'list_mailboxes'>, ApiFailure>({
  queryKey: mailboxesKey,
  queryFn: ({ signal }) => call('list_mailboxes', {}, signal),
});

/** The mailboxes of the account, with a summary of each one's policy. */
export function useMailboxes() {
  return useQuery(mailboxesQuery);
}
