import type { Group } from './group-operators.ts';
import { foldText, tighten } from './search-text.ts';

/** How well a group fits a query, the lower the better; undefined where it does not fit. */
export type Ranking = (group: Group) => number | undefined;

/**
 * Ranks groups for one query.
 *
 * @param country where the person is; counts where nothing is asked for
 */
export function rankingFor(query: string, country: string | undefined): Ranking {
  const [, digits] = /^\s*(?:asn?)?[\s-]*0*([1-9]\d{0,9})\s*$/i.exec(query) ?? [];
  if (digits !== undefined) return (group) => rankOfNumber(group, digits);
  if (query.trim() === '') return (group) => rankOfSuggestion(group, country);
  const wanted = foldText(query);
  // Signs alone are no name.
  if (wanted === '') return () => undefined;
  const tight = tighten(wanted);
  const words = wanted.split(' ');
  return (group) => rankOfName(group, wanted, tight, words);
}

/** 0: a number of the group; 1: one begins so. */
function rankOfNumber({ numbers }: Group, digits: string): number | undefined {
  if (!numbers.includes(` ${digits}`)) return undefined;
  return numbers.includes(` ${digits} `) ? 0 : 1;
}

/** 0: connects people, in the person's country if it is known; 1: the others, whatever they do. */
function rankOfSuggestion({ isAccessProvider, countries }: Group, country: string | undefined): number {
  return isAccessProvider && (country === undefined || countries.has(country)) ? 0 : 1;
}

/**
 * 0: the name itself; 1: but for what stands between its letters ("att"); 2, 3: it begins so, or but for that; 4: each word
 * begins one of its words; 5: somewhere inside.
 */
function rankOfName(
  { own, tight: ownTight, text }: Group,
  wanted: string,
  tight: string,
  words: readonly string[],
): number | undefined {
  if (tight !== '' && ownTight.startsWith(tight)) {
    if (own === wanted) return 0;
    if (ownTight === tight) return 1;
    return own.startsWith(wanted) ? 2 : 3;
  }
  if (!words.every((word) => text.includes(word))) return undefined;
  return words.every((word) => text.includes(` ${word}`)) ? 4 : 5;
}
