import type { ApiResponse, DataSource } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import type { ApiFailure } from './api/api-failure.ts';
import { call } from './api/call.ts';
import { dataStatusKey } from './api/query-keys.ts';

type Attribution = { text: string; url: string };

type DataSources = {
  /** What the licences of the sources in use ask to be shown. Absent until it is known. */
  attributions?: Attribution[];
  /** The oldest of the sources in use. */
  oldest?: DataSource;
};

/** Where the network data come from. While that is not known, or cannot be, nothing is said of it. */
export function useDataSources(): DataSources {
  const { data } = useQuery<ApiResponse<'data_status'>, ApiFailure>({
    queryKey: dataStatusKey,
    queryFn: ({ signal }) => call('data_status', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return {};
  const inUse = data.sources.filter(({ isInUse }) => isInUse);
  const attributions = new Map(inUse.flatMap(({ attribution: one }) => (one ? [[one.text, one]] : [])));
  const [oldest] = inUse.toSorted((a, b) => a.date.localeCompare(b.date));
  return { attributions: [...attributions.values()], ...(oldest && { oldest }) };
}
