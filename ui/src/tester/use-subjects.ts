import type { ApiResponse } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { strangersKey } from '../api/query-keys.ts';
import { whoamiQuery } from '../network/use-whoami.ts';
import { subjectsOf } from './checks.ts';

/** Those on whom rules are tried out: the person, where that is known, and typical strangers. */
export function useSubjects() {
  const whoami = useQuery(whoamiQuery);
  const strangers = useQuery<ApiResponse<'list_strangers'>, ApiFailure>({
    queryKey: strangersKey,
    queryFn: ({ signal }) => call('list_strangers', {}, signal),
    staleTime: 60 * 60_000,
  });
  const found = strangers.data?.strangers;
  // Without an answer about the person, the strangers alone still say something.
  const isKnown = found !== undefined && !whoami.isPending;
  return {
    subjects: useMemo(
      () => (isKnown ? subjectsOf(whoami.data, found) : undefined),
      [isKnown, whoami.data, found],
    ),
    failure: strangers.error,
    isFetching: strangers.isFetching,
    retry: () => void strangers.refetch(),
  };
}
