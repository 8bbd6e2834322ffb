/** What to speak, and the full tag (`fr-CA`) by which dates and numbers are written. */
export type Locale = { language: string; tag: string };

/**
 * Chooses the language.
 *
 * @param languages the languages there are; the first is taken where no wish can be met
 * @param wishes language tags, the strongest wish first; what is no tag is passed over
 */
export function chooseLocale(
  languages: readonly string[],
  wishes: readonly (string | null | undefined)[],
): Locale {
  for (const wish of wishes) {
    const tag = canonical(wish);
    const language = languages.find((known) => tag === known || tag?.startsWith(`${known}-`));
    if (tag && language) return { language, tag: tag === language ? regional(language, wishes) : tag };
  }
  const [first = 'en'] = languages;
  return { language: first, tag: first };
}

/** A language without a region is written as in the region that another wish names: dates differ between en-US and en-GB. */
function regional(language: string, wishes: readonly (string | null | undefined)[]): string {
  const tags = wishes.map(canonical);
  return tags.find((tag) => tag?.startsWith(`${language}-`)) ?? language;
}

/** cPanel writes `fr_ca` where the standard says `fr-CA`, and has tags of its own (`i_cpanel_snowmen`). */
function canonical(wish: string | null | undefined): string | undefined {
  if (!wish) return undefined;
  try {
    return Intl.getCanonicalLocales(wish.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The wishes of the page the root element stands in: the host page's, the address's, the browser's. */
export function wishesOf(root: HTMLElement): (string | null | undefined)[] {
  return [
    root.getAttribute('data-lang'),
    document.documentElement.lang,
    new URLSearchParams(location.search).get('lang'),
    ...navigator.languages,
  ];
}
