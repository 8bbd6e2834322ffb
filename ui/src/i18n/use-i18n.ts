import { createContext, useContext } from 'react';
import { createI18n, type I18n } from './i18n.ts';
import { chooseLocale } from './language.ts';

export const I18nContext = createContext<I18n>(createI18n(chooseLocale([])));

/** The words of the person's language. */
export function useI18n(): I18n {
  return useContext(I18nContext);
}
