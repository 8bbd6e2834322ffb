import type { Bucket } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { barsFrom, seriesOf, totalOf } from './bars.ts';

const hour = 3_600_000;

function bucket(start: string, refused: number): Bucket {
  return { start: `2026-11-25T${start}:00.000Z`, refused, letIn: 1, wouldBeRefused: 0 };
}

describe('bars over time', () => {
  test('of an hour are the hours themselves', () => {
    const hours = [bucket('08:00', 1), bucket('09:00', 2)];
    expect(barsFrom(hours, hour, 0)).toEqual(hours);
  });

  test('of four hours begin where the person’s clock says 0, 4, 8…', () => {
    const hours = [bucket('02:00', 1), bucket('03:00', 2), bucket('04:00', 4), bucket('06:00', 8)];
    const inParis = barsFrom(hours, 4 * hour, hour);
    expect(inParis.map(({ start, refused, letIn }) => [start.slice(11, 16), refused, letIn])).toEqual([
      ['02:00', 1, 1],
      ['03:00', 14, 3],
    ]);
  });

  test('count only what is shown', () => {
    const counts = { refused: 4, letIn: 2, wouldBeRefused: 1 };
    expect(totalOf(counts, seriesOf.all)).toBe(7);
    expect(totalOf(counts, seriesOf.refused)).toBe(4);
    expect(totalOf(counts, seriesOf['let-in'])).toBe(2);
  });
});
