import { useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { eventsKey } from '../api/query-keys.ts';
import type { Subject } from './checks.ts';
import { recentLogins } from './recent-logins.ts';

const month = 30 * 86_400_000;

/** So many logins are looked through for places. */
const looked = 200;

const none: readonly Subject[] = [];

/** From where the mailbox was read of late, with the right password; nothing where that cannot be known. */
export function useRecentLogins(mailbox: string): { logins: readonly Subject[]; isPending: boolean } {
  const { data = none, isPending } = useQuery<Subject[], ApiFailure>({
    queryKey: eventsKey(mailbox, 'recent logins'),
    queryFn: async ({ signal }) => {
      const from = new Date(Date.now() - month).toISOString();
      const asked = { mailbox, outcomes: ['logged-in' as const], from, limit: looked };
      return recentLogins((await call('list_events', asked, signal)).events);
    },
    staleTime: 60_000,
    // The rules are tried without them rather than late.
    retry: false,
  });
  return { logins: data, isPending };
}
