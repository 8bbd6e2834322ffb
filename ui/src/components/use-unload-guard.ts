import { useEffect, useEffectEvent } from 'react';

/** Has the browser ask before the page is closed or reloaded, for as long as something would be lost by it. */
export function useUnloadGuard(isUnsafe: () => boolean): void {
  const guard = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsafe()) event.preventDefault();
  });
  useEffect(() => {
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, []);
}
