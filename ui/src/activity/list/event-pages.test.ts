import { describe, expect, test } from 'vitest';
import { eventsAt, eventWith } from '../../events/test-events.ts';
import { type EventPage, type EventPages, eventsOf, withNewest } from './event-pages.ts';

function page(minutes: number[], cursor?: string): EventPage {
  return { events: eventsAt(...minutes), isLogReadable: true, ...(cursor !== undefined && { cursor }) };
}

function pages(...all: EventPage[]): EventPages {
  return { pages: all, pageParams: all.map((_, index) => (index === 0 ? undefined : 'older')) };
}

function idsAfter(data: EventPages, newest: EventPage, isFull = false): string[] {
  return eventsOf(withNewest(data, newest, isFull)).map(({ id }) => id);
}

describe('the newest page, laid over what is there', () => {
  const loaded = pages(page([9, 8, 7], 'c'), page([6, 5]));

  test('puts new events first, and keeps the older pages', () => {
    expect(idsAfter(loaded, page([11, 10, 9], 'd'))).toEqual(['11', '10', '9', '8', '7', '6', '5']);
  });

  test('counts on in place', () => {
    const [first, ...rest] = eventsAt(9, 8, 7);
    const counted = { ...page([], 'c'), events: [{ ...(first ?? eventWith()), count: 14 }, ...rest] };
    const after = eventsOf(withNewest(loaded, counted, true));
    expect(after.map(({ id, count }) => `${id}×${count}`)).toEqual(['9×14', '8×1', '7×1', '6×1', '5×1']);
  });

  test('changes nothing, not even the object, where nothing has happened', () => {
    expect(withNewest(loaded, page([9, 8, 7], 'c'), true)).toBe(loaded);
  });

  test('drops what by now has an outcome that is not looked for', () => {
    expect(idsAfter(loaded, page([9, 7], 'c'))).toEqual(['9', '7', '6', '5']);
  });

  test('does not take what lies below it for gone', () => {
    expect(idsAfter(loaded, page([9], 'c'))).toEqual(['9', '8', '7', '6', '5']);
  });

  test('comes before those from far back, where a search finds little and there was room for more', () => {
    expect(idsAfter(loaded, page([40], 'e'))).toEqual(['40', '9', '8', '7', '6', '5']);
  });

  test('is all that is left where it is full and knows none of the others: between them lies what nobody has loaded', () => {
    const after = withNewest(loaded, page([40, 39, 38], 'e'), true);
    expect(after).toEqual({ pages: [page([40, 39, 38], 'e')], pageParams: [undefined] });
  });

  test('fills an empty list', () => {
    expect(idsAfter(pages(page([])), page([9, 8]))).toEqual(['9', '8']);
  });

  test('says nothing of the others where it is empty itself', () => {
    expect(withNewest(loaded, page([]), false)).toBe(loaded);
  });
});
