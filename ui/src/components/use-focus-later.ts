import { useCallback, useLayoutEffect, useRef } from 'react';

/** Focuses the element with that id as soon as it is on the screen: for what the next drawing brings, or moves. */
export function useFocusLater(): (id: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = undefined;
    element.focus();
  });
  return useCallback((id) => {
    wanted.current = id;
  }, []);
}
