import type { IconName } from '../../components/Icon.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { I18n } from '../../i18n/i18n.ts';
import type { Counts, Series } from './bars.ts';

/** What each is called, in the list of what the colours mean as in a sum, and its picture. */
export const seriesLook = {
  letIn: { icon: 'allow', name: 'activity_filter_let_in', count: 'picture_count_let_in' },
  wouldBeRefused: { icon: 'watch', name: 'activity_filter_would', count: 'picture_count_would' },
  refused: { icon: 'block', name: 'activity_filter_refused', count: 'picture_count_refused' },
} as const satisfies Record<Series, { icon: IconName; name: MessageKey; count: MessageKey }>;

/** "12 refused, 3 let in": what there is of what is shown, the most important first. */
export function countWords(counts: Counts, shown: readonly Series[], { t }: Pick<I18n, 't'>): string {
  return shown
    .toReversed()
    .filter((one) => counts[one] > 0)
    .map((one) => t(seriesLook[one].count, { count: counts[one] }))
    .join(', ');
}
