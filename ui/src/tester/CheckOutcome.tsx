import type { Action } from '@email-firewall/contract';
import { Icon } from '../components/Icon.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import './CheckOutcome.css';

/** What happens to a login, in words. */
export const outcomeName = {
  allow: 'checks_outcome_allow',
  block: 'checks_outcome_block',
} as const satisfies Record<Action, MessageKey>;

/** Let in or refused, as a small picture beside words that say it too. */
export function CheckOutcome({ action }: { action: Action }) {
  return (
    <span className={`ef-check-outcome ef-check-${action}`} aria-hidden="true">
      <Icon name={action} />
    </span>
  );
}
