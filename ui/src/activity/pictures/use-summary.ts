import type { ApiResponse } from '@email-firewall/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import { eventsKey } from '../../api/query-keys.ts';
import { utcOffsetMinutes } from '../../events/utc-offset.ts';
import { type Span, spanLength } from '../filter.ts';
import { barOf } from './bars.ts';

/** Sums change slowly; in milliseconds. */
const lookAgainAfter = 10_000;

/** The sums of what happened over a span of time. */
export function useSummary(mailbox: string | undefined, span: Span) {
  return useQuery<ApiResponse<'summarize_events'>, ApiFailure>({
    queryKey: eventsKey(mailbox, { sums: span }),
    queryFn: ({ signal }) => {
      const now = Date.now();
      const time = {
        from: new Date(now - spanLength[span]).toISOString(),
        to: new Date(now).toISOString(),
        by: barOf[span].by,
        utcOffsetMinutes: utcOffsetMinutes(),
      };
      return call('summarize_events', { ...time, ...(mailbox !== undefined && { mailbox }) }, signal);
    },
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainAfter,
  });
}
