import type { I18n } from '../i18n/i18n.ts';

type Formats = Record<'clock' | 'weekday' | 'day' | 'dayOfYear', Intl.DateTimeFormat> & {
  relative: Intl.RelativeTimeFormat;
};

/** Making a format takes longer than using it a hundred times. */
const formats = new Map<string, Formats>();

const dayLength = 86_400_000;

/**
 * When something happened, as short as can be told apart: "10:42", "yesterday 21:14", "Mon 23:10", "3 Nov 08:15".
 *
 * @param now milliseconds since 1970 (UTC); days are those of the person's own time zone
 */
export function whenWords(iso: string, { locale, t }: Pick<I18n, 'locale' | 't'>, now: number): string {
  const { clock, weekday, day, dayOfYear, relative } = formatsOf(locale.tag);
  const moment = new Date(iso);
  const daysAgo = Math.round((startOfDay(now) - startOfDay(moment.getTime())) / dayLength);
  const time = clock.format(moment);
  if (daysAgo === 0) return time;
  if (daysAgo === 1) return t('when_day_clock', { day: relative.format(-1, 'day'), clock: time });
  if (daysAgo > 1 && daysAgo < 7) return t('when_day_clock', { day: weekday.format(moment), clock: time });
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear();
  return t('when_day_clock', { day: (isThisYear ? day : dayOfYear).format(moment), clock: time });
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

function formatsOf(tag: string): Formats {
  const known = formats.get(tag);
  if (known) return known;
  const made: Formats = {
    clock: new Intl.DateTimeFormat(tag, { timeStyle: 'short' }),
    weekday: new Intl.DateTimeFormat(tag, { weekday: 'short' }),
    day: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
    dayOfYear: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
  };
  formats.set(tag, made);
  return made;
}
