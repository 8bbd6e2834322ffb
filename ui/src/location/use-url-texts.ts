import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useHashSearch } from './hash-location.ts';

/** For each parameter that changes, its new text; an empty one leaves it out. */
type UrlTexts = Readonly<Record<string, string>>;

/**
 * Several pieces of the screen's state that stand in its address and change together, as one step.
 *
 * @returns the text of a parameter, and how parameters are changed: in place, or as a step that "back" undoes
 */
export function useUrlTexts(): [
  (name: string) => string,
  (texts: UrlTexts, options?: { isStep?: boolean }) => void,
] {
  const search = useHashSearch();
  const [path, navigate] = useLocation();
  const change = useCallback(
    (texts: UrlTexts, { isStep = false }: { isStep?: boolean } = {}) => {
      const params = new URLSearchParams(search);
      for (const [name, text] of Object.entries(texts)) {
        if (text === '') params.delete(name);
        else params.set(name, text);
      }
      const query = params.toString();
      navigate(query === '' ? path : `${path}?${query}`, { replace: !isStep });
    },
    [navigate, path, search],
  );
  return [(name) => new URLSearchParams(search).get(name) ?? '', change];
}
