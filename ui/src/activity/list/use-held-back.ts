import type { Event } from '@email-firewall/contract';
import { useState } from 'react';
import { type HeldBack, holdBack } from './hold-back.ts';

/** The events to be shown: new ones wait while the person reads, and until they ask for them. */
export function useHeldBack(
  events: readonly Event[],
  isReading: boolean,
): HeldBack & { release: () => void } {
  const [held, setHeld] = useState<ReadonlySet<string>>();
  const idsNow = () => new Set(events.map(({ id }) => id));
  if (isReading && !held && events.length > 0) setHeld(idsNow());
  if (!isReading && held) setHeld(undefined);
  return { ...holdBack(events, isReading ? held : undefined), release: () => setHeld(idsNow()) };
}
