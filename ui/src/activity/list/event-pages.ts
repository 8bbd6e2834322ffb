import type { ApiResponse, Event } from '@email-firewall/contract';
import type { InfiniteData } from '@tanstack/react-query';

export type EventPage = ApiResponse<'list_events'>;
export type EventPages = InfiniteData<EventPage, string | undefined>;

/** All the events of the pages, the newest first. */
export function eventsOf({ pages }: EventPages): Event[] {
  return pages.flatMap(({ events }) => events);
}

/**
 * The pages with what the newest page says by now: new events come first, counts and outcomes are brought up to date, and
 * what no longer belongs there goes. Where so much has happened that a full newest page knows none of the others, it alone
 * is left, and the older ones are loaded from it anew. The very same pages where nothing has changed.
 *
 * @param isFull whether there was no more room in the newest page
 */
export function withNewest(data: EventPages, newest: EventPage, isFull: boolean): EventPages {
  const known = new Set(eventsOf(data).map(({ id }) => id));
  const fresh = newest.events.filter(({ id }) => !known.has(id));
  const isGap = isFull && known.size > 0 && fresh.length > 0 && fresh.length === newest.events.length;
  if (isGap) return { pages: [newest], pageParams: [undefined] };

  const now = new Map(newest.events.map((event) => [event.id, event]));
  const oldest = newest.events.at(-1)?.time;
  let hasChanged = fresh.length > 0;
  const pages = data.pages.map((page, index) => {
    const kept = page.events.flatMap((event) => {
      const update = now.get(event.id);
      if (update && !isSame(update, event)) hasChanged = true;
      // It came after some that are still there: its outcome has changed, and is not looked for.
      const isGone = !update && oldest !== undefined && Date.parse(event.time) > Date.parse(oldest);
      if (isGone) hasChanged = true;
      return isGone ? [] : [update ?? event];
    });
    return { ...page, events: index === 0 ? [...fresh, ...kept] : kept };
  });
  return hasChanged ? { ...data, pages } : data;
}

/** The other parts of an event stay as they were recorded. */
function isSame(a: Event, b: Event): boolean {
  return a.count === b.count && a.outcome === b.outcome && a.lastTime === b.lastTime;
}
