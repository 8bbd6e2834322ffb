import type { ApiResponse } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { strangersKey } from '../api/query-keys.ts';
import { whoamiQuery } from '../network/use-whoami.ts';
import { type Subject, subjectsOf } from './checks.ts';
import { useRecentLogins } from './use-recent-logins.ts';

/**
 * Those on whom rules are tried out: the person, where that is known, the mailbox's logins of late, and typical strangers.
 *
 * @param also somebody more, in whom the person is interested just now
 */
export function useSubjects(mailbox: string, also?: Subject) {
  const whoami = useQuery(whoamiQuery);
  const strangers = useQuery<ApiResponse<'list_strangers'>, ApiFailure>({
    queryKey: strangersKey,
    queryFn: ({ signal }) => call('list_strangers', {}, signal),
    staleTime: 60 * 60_000,
  });
  const { logins, isPending } = useRecentLogins(mailbox);
  const found = strangers.data?.strangers;
  // Without an answer about the person, or about logins, the strangers alone still say something.
  const isKnown = found !== undefined && !whoami.isPending && !isPending;
  return {
    subjects: useMemo(
      () => (isKnown ? [...(also ? [also] : []), ...subjectsOf(whoami.data, found, logins)] : undefined),
      [isKnown, whoami.data, found, logins, also],
    ),
    failure: strangers.error,
    isFetching: strangers.isFetching,
    retry: () => void strangers.refetch(),
  };
}
