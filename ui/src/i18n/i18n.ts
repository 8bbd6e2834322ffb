import type { Catalogue, Message, MessageKey } from './catalogue.ts';
import type { Locale } from './language.ts';

export type Params = Readonly<Record<string, string | number>>;

/** One piece of a list in words: an item (by its place among the items), or what stands between two. */
export type ListPart = { kind: 'item'; index: number } | { kind: 'between'; text: string };

/** Everything that turns data into words of the person's language. */
export type I18n = {
  locale: Locale;
  /** The message of a key, its `{placeholders}` filled in; `count` also chooses its plural form. */
  t: (key: MessageKey, params?: Params) => string;
  /** "a, b or c" */
  anyOf: (items: readonly string[]) => string;
  /** "a, b and c" */
  allOf: (items: readonly string[]) => string;
  /** The pieces of "a, b or c", for items that are more than text. */
  anyOfParts: (count: number) => ListPart[];
  /** "France" for "FR" */
  countryName: (code: string) => string;
  /** "12 December 2026 at 23:00" for a moment in UTC, in the person's own time zone */
  moment: (iso: string) => string;
  /** The same for the end of something; of a day that counts to its end, the day alone */
  lastMoment: (iso: string) => string;
  /** "12 December 2026" for a moment in UTC */
  day: (iso: string) => string;
  /** The same in the person's own time zone; of this year, "12 December" alone */
  dayHere: (iso: string) => string;
  /** "1,000" */
  number: (value: number) => string;
};

/** Makes the words of one locale. */
export function createI18n(locale: Locale, catalogue: Catalogue): I18n {
  const plurals = new Intl.PluralRules(locale.tag);
  const numbers = new Intl.NumberFormat(locale.tag);
  const or = new Intl.ListFormat(locale.tag, { type: 'disjunction' });
  const and = new Intl.ListFormat(locale.tag, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale.tag, { type: 'region' });
  const days = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeZone: 'UTC' });
  const daysHere = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long' });
  const daysOfYear = new Intl.DateTimeFormat(locale.tag, { day: 'numeric', month: 'long' });
  const moments = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeStyle: 'short' });

  function form(message: Message, count: string | number | undefined): string {
    if (typeof message === 'string') return message;
    return (typeof count === 'number' ? message[plurals.select(count)] : undefined) ?? message.other;
  }

  function dayHere(date: Date): string {
    const isThisYear = date.getFullYear() === new Date().getFullYear();
    return (isThisYear ? daysOfYear : daysHere).format(date);
  }

  return {
    locale,
    t: (key, params = {}) => {
      const { count } = params;
      return form(catalogue[key], count).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
        const value = params[name];
        return typeof value === 'number' ? numbers.format(value) : (value ?? placeholder);
      });
    },
    anyOf: (items) => or.format(items),
    allOf: (items) => and.format(items),
    anyOfParts: (count) =>
      or
        .formatToParts(Array.from({ length: count }, (_, index) => String(index)))
        .map(({ type, value }) =>
          type === 'element' ? { kind: 'item', index: Number(value) } : { kind: 'between', text: value },
        ),
    countryName: (code) => countries.of(code) ?? code,
    moment: (iso) => moments.format(new Date(iso)),
    lastMoment: (iso) => {
      const end = new Date(iso);
      const isEndOfDay = end.getHours() === 23 && end.getMinutes() === 59;
      return isEndOfDay ? dayHere(end) : moments.format(end);
    },
    day: (iso) => days.format(new Date(iso)),
    dayHere: (iso) => dayHere(new Date(iso)),
    number: (value) => numbers.format(value),
  };
}
