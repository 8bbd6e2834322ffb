import type { Event } from '@email-firewall/contract';
import { Icon } from '../../components/Icon.tsx';
import { MenuButton } from '../../components/Menu.tsx';
import type { Words } from '../../words/words.ts';
import './AllowCell.css';
import { isRefusal } from './allow-choices.ts';
import { allowElementId, allowMenu } from './allow-menu.ts';
import type { Allowing } from './use-allow.ts';

type Props = { event: Event; allow: Allowing; words: Words };

/** The way to let in who was refused; once that is done, what it came to. */
export function AllowCell({ event, allow, words: { t, moment } }: Props) {
  if (!isRefusal(event)) return null;
  const id = allowElementId(event);
  const answer = allow.answerTo(event);
  if (answer) {
    return (
      <p className={`ef-allow-answer ef-allow-${answer.isLetIn ? 'in' : 'out'}`} id={id} tabIndex={-1}>
        <Icon name={answer.isLetIn ? 'allow' : 'warn'} />
        {answer.text}
      </p>
    );
  }
  const { address, lastTime } = event;
  return (
    <MenuButton
      handle={allowMenu}
      payload={event}
      id={id}
      text={t('allow_menu_button')}
      label={t('allow_menu_label', { address, moment: moment(lastTime) })}
    />
  );
}
