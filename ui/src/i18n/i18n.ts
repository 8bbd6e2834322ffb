import en from './en.json';
import fr from './fr.json';
import type { Language, Locale } from './language.ts';

export type MessageKey = keyof typeof en;
type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
type Params = Readonly<Record<string, string | number>>;

/** Typed by the English catalogue: a key that another lacks does not compile. */
export const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, Message>>>> = { en, fr };

/** Everything that turns data into words of the person's language. */
export type I18n = {
  locale: Locale;
  /** The message of a key, its `{placeholders}` filled in; `count` also chooses its plural form. */
  t: (key: MessageKey, params?: Params) => string;
  /** "a, b or c" */
  anyOf: (items: readonly string[]) => string;
  /** "France" for "FR" */
  countryName: (code: string) => string;
  /** "12 December 2026 at 23:00" for a moment in UTC, in the person's own time zone */
  moment: (iso: string) => string;
  /** "12 December 2026" for a moment in UTC */
  day: (iso: string) => string;
};

/** Makes the words of one locale. */
export function createI18n(locale: Locale): I18n {
  const catalogue = catalogues[locale.language];
  const plurals = new Intl.PluralRules(locale.tag);
  const numbers = new Intl.NumberFormat(locale.tag);
  const lists = new Intl.ListFormat(locale.tag, { type: 'disjunction' });
  const countries = new Intl.DisplayNames(locale.tag, { type: 'region' });
  const days = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeStyle: 'short' });

  function form(message: Message, count: string | number | undefined): string {
    if (typeof message === 'string') return message;
    return (typeof count === 'number' ? message[plurals.select(count)] : undefined) ?? message.other;
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
    anyOf: (items) => lists.format(items),
    countryName: (code) => countries.of(code) ?? code,
    moment: (iso) => moments.format(new Date(iso)),
    day: (iso) => days.format(new Date(iso)),
  };
}
