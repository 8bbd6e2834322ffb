import type { Event } from '@email-firewall/contract';
import type { Words } from '../../words/words.ts';
import type { Allowing } from '../allow/use-allow.ts';
import { EventRow } from './EventRow.tsx';
import './EventTable.css';
import { useStandingRules } from './use-standing-rules.ts';

type Props = {
  events: readonly Event[];
  /** Whose they are; undefined: those of several, each named. */
  mailbox: string | undefined;
  allow: Allowing;
  words: Words;
  labelId: string;
};

/** Attempts to log in, each in a row; on a phone each becomes a card. */
export function EventTable({ events, mailbox, allow, words, labelId }: Props) {
  const { t } = words;
  const hasRule = useStandingRules(mailbox);
  return (
    <table className="ef-events" aria-labelledby={labelId} data-several={mailbox === undefined || undefined}>
      <thead className="ef-events-head">
        <tr>
          <th className="ef-events-column ef-events-column-when" scope="col">
            {t('activity_column_when')}
          </th>
          {mailbox === undefined && (
            <th className="ef-events-column ef-events-column-mailbox" scope="col">
              {t('mailboxes_column_mailbox')}
            </th>
          )}
          <th className="ef-events-column" scope="col">
            {t('activity_column_result')}
          </th>
          <th className="ef-events-column ef-events-column-protocol" scope="col">
            {t('activity_column_protocol')}
          </th>
          <th className="ef-events-column ef-events-column-from" scope="col">
            {t('activity_column_from')}
          </th>
          <th className="ef-events-column ef-events-column-action" scope="col">
            <span className="ef-visually-hidden">{t('activity_column_allow')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="ef-events-body">
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            isNamed={mailbox === undefined}
            hasRule={hasRule}
            allow={allow}
            words={words}
          />
        ))}
      </tbody>
    </table>
  );
}
