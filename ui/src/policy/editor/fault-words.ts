import type { I18n } from '../../i18n/i18n.ts';
import type { DraftFault } from './check-draft.ts';

/** So many wrong pieces are named; with more, naming them all would help nobody. */
const mostNamed = 3;

/** What is wrong with a draft, and what would be right. */
export function faultWords({ key, pieces = [], count, most, text }: DraftFault, { t }: I18n): string {
  const named = pieces.slice(0, mostNamed).map((piece) => t('editor_quote', { text: shorten(piece) }));
  return t(key, {
    pieces: [...named, ...(pieces.length > mostNamed ? ['…'] : [])].join(', '),
    ...(count !== undefined && { count }),
    ...(most !== undefined && { most }),
    ...(text !== undefined && { text: shorten(text) }),
  });
}

function shorten(piece: string): string {
  return piece.length > 50 ? `${piece.slice(0, 47)}…` : piece;
}
