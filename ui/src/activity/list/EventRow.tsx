import type { Event } from '@email-firewall/contract';
import { Link } from 'wouter';
import { EventMoment } from '../../events/EventMoment.tsx';
import { EventPlace } from '../../events/EventPlace.tsx';
import { OutcomeBadge } from '../../events/OutcomeBadge.tsx';
import { protocolWord } from '../../events/protocol-words.ts';
import { activityPath } from '../../location/activity-path.ts';
import type { Words } from '../../words/words.ts';
import { AllowCell } from '../allow/AllowCell.tsx';
import type { Allowing } from '../allow/use-allow.ts';
import { DecidedBy } from './DecidedBy.tsx';

type Props = {
  event: Event;
  /** Whether it is said at which mailbox it was. */
  isNamed: boolean;
  hasRule: (ruleId: string) => boolean;
  allow: Allowing;
  words: Words;
};

/** One attempt: when, what became of it and why, from where, and the way to let it in. */
export function EventRow({ event, isNamed, hasRule, allow, words }: Props) {
  const { t } = words;
  const { mailbox, outcome, count, address, facts, lastTime } = event;
  return (
    <tr className="ef-events-row">
      <th className="ef-events-cell ef-events-when" scope="row">
        <EventMoment time={lastTime} />
      </th>
      {isNamed && (
        <td className="ef-events-cell ef-events-mailbox">
          <Link className="ef-link" href={activityPath(mailbox)}>
            {mailbox}
          </Link>
        </td>
      )}
      <td className="ef-events-cell ef-events-result">
        <OutcomeBadge outcome={outcome} />
        {count > 1 && (
          <span className="ef-events-count">
            <span aria-hidden="true">×{words.number(count)}</span>
            <span className="ef-visually-hidden">{t('activity_row_times', { count })}</span>
          </span>
        )}
        <DecidedBy event={event} hasRule={hasRule} words={words} />
      </td>
      <td className="ef-events-cell ef-events-protocol">{t(protocolWord[event.protocol])}</td>
      <td className="ef-events-cell ef-events-from">
        <span className="ef-events-address">{address}</span>
        <EventPlace facts={facts} words={words} />
      </td>
      <td className="ef-events-cell ef-events-action">
        <AllowCell event={event} allow={allow} words={words} />
      </td>
    </tr>
  );
}
