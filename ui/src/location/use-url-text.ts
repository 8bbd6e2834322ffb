import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

/**
 * A piece of the screen's state that stands in its address, so that it can be bookmarked, sent, and gone back to.
 *
 * @param name of the parameter; an empty text leaves it out
 * @returns its text, and how it is changed: in place, or as a step that "back" undoes
 */
export function useUrlText(name: string): [string, (text: string, options?: { isStep?: boolean }) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const change = useCallback(
    (text: string, { isStep = false }: { isStep?: boolean } = {}) => {
      const params = new URLSearchParams(search);
      if (text === '') params.delete(name);
      else params.set(name, text);
      const query = params.toString();
      navigate(query === '' ? path : `${path}?${query}`, { replace: !isStep });
    },
    [name, navigate, path, search],
  );
  return [new URLSearchParams(search).get(name) ?? '', change];
}
