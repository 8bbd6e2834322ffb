import { createContext, useContext } from 'react';
import type { I18n } from './i18n.ts';

export const I18nContext = createContext<I18n | undefined>(undefined);

/** The words of the person's language. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('The page was put together without its words.');
  return i18n;
}
