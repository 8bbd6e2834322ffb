import type { ApiResponse } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { eventsKey } from '../api/query-keys.ts';

const month = 30 * 86_400_000;

/** As many as are read at a glance. */
const limit = 5;

/** A side card is looked at now and then; in milliseconds. */
const lookAgainAfter = 5_000;

/** The last attempts on a mailbox. */
export function useLastAttempts(mailbox: string) {
  return useQuery<ApiResponse<'list_events'>, ApiFailure>({
    queryKey: eventsKey(mailbox, 'last'),
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - month).toISOString();
      return call('list_events', { mailbox, from, limit }, signal);
    },
    refetchInterval: lookAgainAfter,
  });
}
