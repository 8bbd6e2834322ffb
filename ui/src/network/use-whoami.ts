import type { ApiResponse } from '@email-firewall/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { whoamiKey } from '../api/query-keys.ts';

/** For those who also have to know whether the answer is still on its way, or will not come. */
export const whoamiQuery = queryOptions<ApiResponse<'whoami'>, ApiFailure>({
  queryKey: whoamiKey,
  queryFn: ({ signal }) => call('whoami', {}, signal),
  // A laptop goes from one network to another while the page stays open.
  staleTime: 60_000,
});

/** Where the person's own connection comes from; undefined until it is known. */
export function useWhoami(): ApiResponse<'whoami'> | undefined {
  return useQuery(whoamiQuery).data;
}
