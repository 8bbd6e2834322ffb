import { type ApiResponse, limits } from '@email-firewall/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { operatorNamesKey } from '../api/query-keys.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import type { Words } from '../words/words.ts';

/** The person's language, with the names of the providers that these AS numbers belong to, as soon as they are known. */
export function useWords(asns: readonly number[]): Words {
  const i18n = useI18n();
  const wanted = [...new Set(asns)].sort((a, b) => a - b);
  const { data } = useQuery<ApiResponse<'name_operators'>, ApiFailure>({
    queryKey: operatorNamesKey(wanted),
    queryFn: async ({ signal }) => {
      const parts = chunk(wanted, limits.asnsPerRule);
      const answers = await Promise.all(parts.map((part) => call('name_operators', { asns: part }, signal)));
      return { operators: answers.flatMap(({ operators }) => operators) };
    },
    enabled: wanted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    // While the names of one more are fetched, those that are known stay.
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const names = new Map(data?.operators.map(({ asn, provider }) => [asn, provider]));
    return { ...i18n, providerOf: (asn) => names.get(asn) };
  }, [i18n, data]);
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
