import { localText } from '../../components/local-text.ts';

/** The ends that are offered; `date` is a day the person names. */
export const endChoices = ['never', 'day', 'week', 'month', 'date'] as const;
export type EndChoice = (typeof endChoices)[number];

/** When a rule ends, as far as it is written. */
export type EndDraft = {
  choice: EndChoice;
  /** The last day on which the rule counts, as `<input type="date">` has it, in the person's own time. */
  date: string;
  /** The end that the rule had, in UTC: as long as its day is left alone, so is its time. */
  earlier?: string;
};

export const neverEnds: EndDraft = { choice: 'never', date: '' };

const dayMs = 24 * 60 * 60 * 1000;
const lengths = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/**
 * When a rule ends that is saved now.
 *
 * @param now milliseconds since 1970 (UTC)
 * @returns a moment in UTC; undefined for never; `invalid` where no day is named, or one that has passed
 */
export function endOf(end: EndDraft, now: number): string | undefined | 'invalid' {
  if (end.choice === 'never') return undefined;
  const time = end.choice === 'date' ? endOfDay(end) : now + lengths[end.choice];
  return Number.isNaN(time) || time <= now ? 'invalid' : new Date(time).toISOString();
}

/** Whoever says "until 20 December" means that day, too. */
function endOfDay({ date, earlier }: EndDraft): number {
  const isLeftAlone = earlier !== undefined && localDay(new Date(earlier)) === date;
  return new Date(isLeftAlone ? earlier : `${date}T23:59:59`).getTime();
}

/** The end of a rule laid out to be written on. */
export function endDraftOf(expiresAt: string | undefined): EndDraft {
  if (expiresAt === undefined) return neverEnds;
  return { choice: 'date', date: localDay(new Date(expiresAt)), earlier: expiresAt };
}

/** The day of a moment in the person's own time, as `<input type="date">` has it. */
export function localDay(moment: Date): string {
  return localText(moment).slice(0, 'yyyy-mm-dd'.length);
}
