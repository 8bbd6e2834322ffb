import { countryCodes } from '@email-firewall/contract';
import type { I18n } from '../i18n/i18n.ts';

/** The country that a text is the name of, in the person's language; capitals and accents do not count. */
export function countryCalled(
  text: string,
  { locale, countryName }: Pick<I18n, 'locale' | 'countryName'>,
): string | undefined {
  const wanted = fold(text, locale.tag);
  return wanted === ''
    ? undefined
    : countryCodes.find((code) => fold(countryName(code), locale.tag) === wanted);
}

function fold(text: string, tag: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase(tag);
}
