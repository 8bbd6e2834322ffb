import type { I18n } from '../i18n/i18n.ts';

/** The words of the person's language, and the names of Internet providers. */
export type Words = I18n & {
  /** The provider of an AS number as people know it; undefined where it is not known, or not yet. */
  providerOf: (asn: number) => string | undefined;
};

/** Words before any provider's name is known. */
export function wordsWithoutNames(i18n: I18n): Words {
  return { ...i18n, providerOf: () => undefined };
}
