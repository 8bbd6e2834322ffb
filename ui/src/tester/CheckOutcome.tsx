import type { Action } from '@email-firewall/contract';
import { Icon } from '../components/Icon.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import './CheckOutcome.css';

/** What happens to a login, in words. */
export const outcomeName = {
  allow: 'checks_outcome_allow',
  block: 'checks_outcome_block',
} as const satisfies Record<Action, MessageKey>;

type Props = {
  action: Action;
  /** For those who do not see the picture, where nothing beside it says the same. */
  word?: string;
};

/** Let in or refused, as a small picture. */
export function CheckOutcome({ action, word }: Props) {
  return (
    <span className={`ef-check-outcome ef-check-${action}`}>
      <Icon name={action} />
      {word !== undefined && <span className="ef-visually-hidden">{word}</span>}
    </span>
  );
}
