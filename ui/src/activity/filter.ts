import { limits, type Outcome } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';

/** The outcomes that are shown together, by what stands in the page's address for them. */
export const shows = ['all', 'refused', 'let-in', 'would-be'] as const;
export type Show = (typeof shows)[number];

/** A wrong password is neither a refusal by the rules nor a login: it stands among all. */
export const outcomesOf = {
  all: undefined,
  refused: ['refused'],
  'let-in': ['let-in', 'logged-in'],
  'would-be': ['would-be-refused'],
} as const satisfies Record<Show, readonly Outcome[] | undefined>;

export const spans = ['24h', '7d', '30d', '90d'] as const;
export type Span = (typeof spans)[number];

const hour = 3_600_000;

/** How long each is, in milliseconds. */
export const spanLength = {
  '24h': 24 * hour,
  '7d': 7 * 24 * hour,
  '30d': 30 * 24 * hour,
  '90d': 90 * 24 * hour,
} as const satisfies Record<Span, number>;

export const spanName = {
  '24h': 'activity_span_24h',
  '7d': 'activity_span_7d',
  '30d': 'activity_span_30d',
  '90d': 'activity_span_90d',
} as const satisfies Record<Span, MessageKey>;

/** What the list is narrowed down to. */
export type ActivityFilter = { show: Show; span: Span; text: string };

/** Reads it from the page's address, written by hand or not: what makes no sense is left out. */
export function readFilter(textOf: (name: string) => string): ActivityFilter {
  const show = textOf('show');
  const span = textOf('span');
  return {
    show: shows.find((known) => known === show) ?? 'all',
    span: spans.find((known) => known === span) ?? '7d',
    text: textOf('q').slice(0, limits.queryLength),
  };
}

/** The parameters of the page's address for it; what is so anyway is left out. */
export function filterTexts({ show, span, text }: Partial<ActivityFilter>): Record<string, string> {
  return {
    ...(show !== undefined && { show: show === 'all' ? '' : show }),
    ...(span !== undefined && { span: span === '7d' ? '' : span }),
    ...(text !== undefined && { q: text }),
  };
}
