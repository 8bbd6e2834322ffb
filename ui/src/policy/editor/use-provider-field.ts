import { type ApiResponse, limits, type Provider } from '@email-firewall/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import { providersKey } from '../../api/query-keys.ts';
import { useDelayed } from '../../components/use-delayed.ts';
import { failureMessage } from '../../i18n/failure-message.ts';
import { groupByProvider } from '../../words/condition-parts.ts';
import type { Words } from '../../words/words.ts';

/** Between two keystrokes nobody wants an answer. */
const typingPause = 150;

type Given = {
  asns: readonly number[];
  text: string;
  onChange: (change: { asns?: readonly number[]; providerText?: string }) => void;
  words: Words;
};

/** What the provider field offers, and what choosing does. */
export function useProviderField({ asns, text, onChange, words }: Given) {
  const query = useDelayed(text.trim().slice(0, limits.queryLength), typingPause);
  const { data, error, isFetching } = useQuery<ApiResponse<'search_providers'>, ApiFailure>({
    queryKey: providersKey(query),
    queryFn: ({ signal }) => call('search_providers', { query }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Those chosen here bring their names along; of others the server is asked.
  const [known, setKnown] = useState<readonly Provider[]>([]);
  const chosen = providersOf(asns, known, words);
  const items = data?.providers ?? [];

  function statusText(): string | undefined {
    if (error) return words.t(failureMessage[error.code]);
    if (isFetching && !data) return words.t('editor_providers_loading');
    if (query !== '' && items.length === 0) return words.t('editor_providers_none', { text: query });
    return undefined;
  }

  return {
    items,
    chosen,
    choose: (next: readonly Provider[]) => {
      setKnown([...known, ...next]);
      const numbers = next.flatMap(({ operators }) => operators.map(({ asn }) => asn));
      onChange({ asns: [...new Set(numbers)], providerText: '' });
    },
    removeNumber: (asn: number) => onChange({ asns: asns.filter((one) => one !== asn) }),
    status: statusText(),
  };
}

/** The providers that AS numbers belong to, each with those of its numbers that are chosen. */
function providersOf(asns: readonly number[], known: readonly Provider[], words: Words): Provider[] {
  const operators = new Map(
    known.flatMap((provider) =>
      provider.operators.map((one) => [one.asn, { ...one, provider: provider.name }]),
    ),
  );
  const providerOf = (asn: number) => operators.get(asn)?.provider ?? words.providerOf(asn);
  return groupByProvider(asns, { providerOf }).map((group) => ({
    name: group.name ?? group.asns.map((asn) => `AS${asn}`).join(', '),
    operators: group.asns.map((asn) => {
      const { provider: _, ...operator } = operators.get(asn) ?? { asn, name: '', provider: '' };
      return operator;
    }),
  }));
}
