import type { Decision } from '@email-firewall/contract';
import type { I18n } from '../../i18n/i18n.ts';

/** What the saved rule has come to, and whether that is what was meant. */
export type AllowAnswer = { isLetIn: boolean; text: string };

/**
 * What is said after a rule was saved for somebody.
 *
 * @param decision on their next login; undefined where it could not be asked
 * @param wasWatched whether the attempt was only noted: it got in before as well
 */
export function allowAnswer(
  decision: Decision | undefined,
  wasWatched: boolean,
  { t }: Pick<I18n, 't'>,
): AllowAnswer {
  if (!decision) return { isLetIn: true, text: t('allow_done_saved') };
  const { action, decidedBy } = decision;
  if (action === 'allow') {
    return { isLetIn: true, text: t(wasWatched ? 'allow_done_watched' : 'allow_done') };
  }
  return {
    isLetIn: false,
    text:
      decidedBy.kind === 'rule'
        ? t('allow_done_still', { number: decidedBy.ruleNumber })
        : t('allow_done_not'),
  };
}
