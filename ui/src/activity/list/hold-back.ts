import type { Event } from '@email-firewall/contract';

/** What is shown, and how many newer events wait. */
export type HeldBack = { shown: readonly Event[]; waiting: number };

/**
 * Keeps new events back while somebody reads, so that no row moves under their eyes.
 *
 * @param events the newest first
 * @param held the ids that were shown when the reading began; undefined while nobody reads
 */
export function holdBack(events: readonly Event[], held: ReadonlySet<string> | undefined): HeldBack {
  const last = held ? events.findLastIndex(({ id }) => held.has(id)) : -1;
  // Nothing is left of what was read: there is nothing to keep still.
  if (!held || last < 0) return { shown: events, waiting: 0 };
  const shown = events.filter(({ id }, index) => held.has(id) || index > last);
  return { shown, waiting: events.length - shown.length };
}
