import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiFailure } from '../../api/api-failure.ts';
import { eventsKey } from '../../api/query-keys.ts';
import { type EventPage, type EventPages, withNewest } from './event-pages.ts';
import { type Asked, fetchNewest, fetchPage } from './fetch-events.ts';

/**
 * How often it is looked whether something has happened, in milliseconds: often while somebody has just come to see
 * whether their mail program gets in, or things are happening; otherwise the server is spared.
 */
const often = { every: 800, for: 2 * 60_000 };
const seldom = 5_000;

export type EventList = ReturnType<typeof useEventList>;

/**
 * The events that are asked for: a first page that is kept up to date while the page is looked at, and older ones on
 * demand.
 */
export function useEventList(asked: Asked) {
  const client = useQueryClient();
  const { mailbox, ...rest } = asked;
  const key = eventsKey(mailbox, rest);
  const list = useInfiniteQuery<EventPage, ApiFailure, EventPages, typeof key, string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(asked, pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
    // The newest page is laid over by the query below; fetching all pages again would be for nothing.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // While something else is looked for, what was found last stays.
    placeholderData: keepPreviousData,
  });
  const newestKey = [...key, 'newest'];
  /** Its answer is laid over the list; what it keeps itself is when that last changed something. */
  const newest = useQuery<number, ApiFailure>({
    queryKey: newestKey,
    queryFn: async ({ signal }) => {
      const { page, isFull } = await fetchNewest(asked, signal);
      const before = client.getQueryData(key);
      const after = client.setQueryData<EventPages>(key, (data) => data && withNewest(data, page, isFull));
      return (before === after && client.getQueryData<number>(newestKey)) || Date.now();
    },
    enabled: list.isSuccess && !list.isPlaceholderData,
    refetchInterval: ({ state }) => (Date.now() - (state.data ?? 0) < often.for ? often.every : seldom),
    retry: false,
  });
  return {
    data: list.data,
    /** False while this is still what was asked for before. */
    isCurrent: !list.isPlaceholderData,
    /** Tells one list from another. */
    id: JSON.stringify(key),
    failure: list.isLoadingError ? list.error : null,
    isFetching: list.isFetching,
    retry: () => void list.refetch(),
    /** Whether new events would be seen. */
    isLive: !newest.isError,
    older: {
      isThere: list.hasNextPage,
      isLoading: list.isFetchingNextPage,
      hasFailed: list.isFetchNextPageError,
      /** Whether the last search found nothing, and could go on. */
      isEmptySoFar: list.hasNextPage && list.data?.pages.at(-1)?.events.length === 0,
      load: () => void list.fetchNextPage(),
    },
  };
}
