import { describe, expect, test } from 'vitest';
import { eventsAt } from '../../events/test-events.ts';
import { holdBack } from './hold-back.ts';

const held = new Set(['9', '8', '7']);

function idsOf(...minutes: number[]) {
  const { shown, waiting } = holdBack(eventsAt(...minutes), held);
  return { ids: shown.map(({ id }) => id), waiting };
}

describe('new events', () => {
  test('are shown at once while nobody reads', () => {
    expect(holdBack(eventsAt(10, 9), undefined)).toEqual({ shown: eventsAt(10, 9), waiting: 0 });
  });

  test('wait while somebody reads, wherever they belong', () => {
    expect(idsOf(12, 11, 9, 8, 7)).toEqual({ ids: ['9', '8', '7'], waiting: 2 });
  });

  test('are not those that were loaded because the person went on to read older ones', () => {
    expect(idsOf(10, 9, 8, 7, 6, 5)).toEqual({ ids: ['9', '8', '7', '6', '5'], waiting: 1 });
  });

  test('are all shown where nothing of what was read is left', () => {
    expect(idsOf(40, 39)).toEqual({ ids: ['40', '39'], waiting: 0 });
  });
});
