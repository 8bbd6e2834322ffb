import type { Event } from '@email-firewall/contract';
import { useState } from 'react';
import { type HeldBack, holdBack } from './hold-back.ts';

/** What was shown when the reading began. */
type Held = { listId: string; ids: ReadonlySet<string> };

/**
 * The events to be shown: new ones wait while the person reads, and until they ask for them.
 *
 * @param listId another list has nothing to keep still
 */
export function useHeldBack(
  events: readonly Event[],
  isReading: boolean,
  listId: string,
): HeldBack & { release: () => void } {
  const [held, setHeld] = useState<Held>();
  const isHeld = isReading && held?.listId === listId;
  const hold = () => setHeld({ listId, ids: new Set(events.map(({ id }) => id)) });
  if (isReading && !isHeld && events.length > 0) hold();
  if (!isReading && held) setHeld(undefined);
  return { ...holdBack(events, isHeld ? held.ids : undefined), release: hold };
}
