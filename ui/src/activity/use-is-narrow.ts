import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 639px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone: for what comes in another order there, since styles alone would leave it to the keyboard in the old one. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
