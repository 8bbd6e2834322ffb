import type { Counts, Series } from './bars.ts';

/** What most of the attempts from a country came to, of what is shown: by that it is coloured. */
export function strongestOf(counts: Counts, shown: readonly Series[]): Series | undefined {
  const [strongest] = shown.toSorted((a, b) => counts[b] - counts[a]);
  return strongest;
}

/** The faintest that is still seen. */
const least = 0.35;

/**
 * How strongly a country is coloured, from 0 to 1. One under attack must not make the others vanish: ten times as many
 * attempts are one step more.
 */
export function weightOf(total: number, most: number): number {
  return most <= 1 ? 1 : least + ((1 - least) * Math.log(total)) / Math.log(most);
}
