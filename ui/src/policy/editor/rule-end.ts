import { localText } from '../../components/local-text.ts';

/** The ends that are offered; `date` is one the person names. */
export const endChoices = ['never', 'day', 'week', 'month', 'date'] as const;
export type EndChoice = (typeof endChoices)[number];

/** When a rule ends, as far as it is written; `date` as `<input type="datetime-local">` has it, in the person's own time. */
export type EndDraft = { choice: EndChoice; date: string };

export const neverEnds: EndDraft = { choice: 'never', date: '' };

const dayMs = 24 * 60 * 60 * 1000;
const lengths = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/**
 * When a rule ends that is saved now.
 *
 * @param now milliseconds since 1970 (UTC)
 * @returns a moment in UTC; undefined for never; `invalid` where no date is named, or one that has passed
 */
export function endOf({ choice, date }: EndDraft, now: number): string | undefined | 'invalid' {
  if (choice === 'never') return undefined;
  const time = choice === 'date' ? new Date(date).getTime() : now + lengths[choice];
  return Number.isNaN(time) || time <= now ? 'invalid' : new Date(time).toISOString();
}

/** The end of a rule laid out to be written on. */
export function endDraftOf(expiresAt: string | undefined): EndDraft {
  return expiresAt === undefined ? neverEnds : { choice: 'date', date: localText(new Date(expiresAt)) };
}
