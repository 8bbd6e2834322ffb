import type { CopyFailure } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Words } from '../words/words.ts';
import type { Obstacle } from './copy-plan.ts';
import type { CopyState } from './copy-state.ts';

/** Why a mailbox cannot be ticked. */
export const obstacleText = {
  source: 'copying_target_source',
  unreadable: 'copying_target_unreadable',
  unsaved: 'copying_target_unsaved',
} as const satisfies Record<Obstacle, MessageKey>;

/** What happened to a mailbox that kept its own rules. */
export const copyFailureText = {
  stale_revision: 'copying_failed_stale',
  mailbox_not_found: 'copying_failed_gone',
  policy_unreadable: 'copying_failed_unreadable',
  storage_failed: 'copying_failed_storage',
} as const satisfies Record<CopyFailure, MessageKey>;

/** How many of those that were to have the rules have them. */
export function outcomeTitle({ done, total }: Pick<CopyState, 'done' | 'total'>, { t }: Words): string {
  const count = done.length;
  if (count === 0) return t('copying_outcome_nothing');
  return count === total ? t('copying_outcome_done', { count }) : t('copying_outcome_some', { count, total });
}
