import type { ApiResponse } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import { countriesKey } from '../../api/query-keys.ts';
import { useWhoami } from '../../network/use-whoami.ts';
import type { Words } from '../../words/words.ts';
import { type CountryChoice, countryChoices, countryNamed, searchCountries } from './search-countries.ts';

type Given = {
  chosen: readonly string[];
  text: string;
  onChange: (change: { countries?: readonly string[]; countryText?: string }) => void;
  words: Words;
};

/** What the country field offers, and what choosing does. */
export function useCountryField({ chosen, text, onChange, words }: Given) {
  const { data } = useQuery<ApiResponse<'list_countries'>, ApiFailure>({
    queryKey: countriesKey,
    queryFn: ({ signal }) => call('list_countries', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const here = useWhoami()?.facts.country;
  const choices = useMemo(() => countryChoices(words, data?.groups ?? [], here), [words, data, here]);
  const byId = useMemo(() => new Map(choices.map((choice) => [choice.id, choice])), [choices]);
  const items = useMemo(() => searchCountries(choices, text), [choices, text]);
  const wanted = text.trim();

  function choose(next: readonly CountryChoice[]): void {
    const countries = next.flatMap((choice) => (choice.kind === 'country' ? choice.id : choice.countries));
    onChange({ countries: [...new Set(countries)], countryText: '' });
  }

  return {
    items,
    chosen: chosen.flatMap((code) => byId.get(code) ?? []),
    choose,
    /** A country written out in full is as good as one chosen from the list. */
    finish: () => {
      const named = countryNamed(choices, text);
      if (named) choose([...chosen.flatMap((code) => byId.get(code) ?? []), named]);
    },
    status:
      wanted !== '' && items.length === 0 ? words.t('editor_countries_none', { text: wanted }) : undefined,
  };
}
