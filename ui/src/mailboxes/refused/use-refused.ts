import type { ApiResponse, MailboxCounts } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import { mailboxCountsKey } from '../../api/query-keys.ts';
import { utcOffsetMinutes } from '../../events/utc-offset.ts';

export type RefusedCounts = {
  of: (mailbox: string) => MailboxCounts | undefined;
  isKnown: boolean;
  hasFailed: boolean;
};

/** In milliseconds. */
const lookAgainAfter = 30_000;

/** How many were refused at each mailbox of the account of late: it comes after the list, and does not hold it up. */
export function useRefused(): RefusedCounts {
  const { data, isError } = useQuery<ApiResponse<'summarize_mailboxes'>, ApiFailure>({
    queryKey: mailboxCountsKey,
    queryFn: ({ signal }) => call('summarize_mailboxes', { utcOffsetMinutes: utcOffsetMinutes() }, signal),
    refetchInterval: lookAgainAfter,
  });
  return useMemo(() => {
    const counts = new Map(data?.mailboxes.map((one) => [one.mailbox, one]));
    return { of: (mailbox) => counts.get(mailbox), isKnown: data !== undefined, hasFailed: isError };
  }, [data, isError]);
}
