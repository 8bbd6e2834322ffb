import type { Bucket } from '@email-firewall/contract';
import type { Show, Span } from '../filter.ts';

/** What is counted: in a bar, from the bottom up. */
export const series = ['letIn', 'wouldBeRefused', 'refused'] as const;
export type Series = (typeof series)[number];
export type Counts = Record<Series, number>;

/** Which of them are shown together. */
export const seriesOf = {
  all: series,
  refused: ['refused'],
  'let-in': ['letIn'],
  'would-be': ['wouldBeRefused'],
} as const satisfies Record<Show, readonly Series[]>;

const hour = 3_600_000;

/** How long one bar is, so that there are some dozens of them: what the server counts by, and how many of those make a bar. */
export const barOf = {
  '24h': { by: 'hour', length: hour, nameKey: 'picture_bars_hour' },
  '7d': { by: 'hour', length: 4 * hour, nameKey: 'picture_bars_hours' },
  '30d': { by: 'day', length: 24 * hour, nameKey: 'picture_bars_day' },
  '90d': { by: 'day', length: 24 * hour, nameKey: 'picture_bars_day' },
} as const satisfies Record<Span, { by: 'hour' | 'day'; length: number; nameKey: string }>;

/**
 * Puts the counts of several periods into bars.
 *
 * @param length of a bar, in milliseconds
 * @param utcOffset in milliseconds: bars begin where the person's clock is at a multiple of their length
 */
export function barsFrom(buckets: readonly Bucket[], length: number, utcOffset: number): Bucket[] {
  const bars = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const place = Math.floor((Date.parse(bucket.start) + utcOffset) / length);
    const bar = bars.get(place);
    bars.set(place, bar ? { ...sum(bar, bucket), start: bar.start } : bucket);
  }
  return [...bars.values()];
}

/** How many of what is shown. */
export function totalOf(counts: Counts, shown: readonly Series[]): number {
  return shown.reduce((total, one) => total + counts[one], 0);
}

function sum(a: Counts, b: Counts): Counts {
  return {
    refused: a.refused + b.refused,
    letIn: a.letIn + b.letIn,
    wouldBeRefused: a.wouldBeRefused + b.wouldBeRefused,
  };
}
