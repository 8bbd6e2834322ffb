import { useRef } from 'react';
import { useFocusLater } from '../../components/use-focus-later.ts';
import { asnsOfEvents } from '../../events/asns-of-events.ts';
import { useWords } from '../../network/use-words.ts';
import { AllowArea } from '../allow/AllowArea.tsx';
import { useAllow } from '../allow/use-allow.ts';
import './AttemptList.css';
import { EventTable } from './EventTable.tsx';
import { eventsOf } from './event-pages.ts';
import type { Asked } from './fetch-events.ts';
import { ListState } from './ListState.tsx';
import { NewEvents } from './NewEvents.tsx';
import { NoEvents } from './NoEvents.tsx';
import { OlderEvents } from './OlderEvents.tsx';
import { useEventList } from './use-event-list.ts';
import { useHeldBack } from './use-held-back.ts';
import { useIsReading } from './use-is-reading.ts';

const titleId = 'ef-attempts-title';

type Props = { asked: Asked; onClear: () => void };

/** The attempts that are looked for, the newest first; new ones come by themselves. */
export function AttemptList({ asked, onClear }: Props) {
  const list = useEventList(asked);
  const events = list.data ? eventsOf(list.data) : [];
  const words = useWords(asnsOfEvents(events));
  const { t } = words;
  const title = useRef<HTMLHeadingElement>(null);
  const reading = useIsReading(title);
  const focusLater = useFocusLater();
  const allow = useAllow();
  const { shown, waiting, release } = useHeldBack(
    events,
    list.isCurrent && (reading.isReading || allow.isAtWork),
    list.id,
  );

  function showNew(): void {
    release();
    if (reading.isScrolled) title.current?.scrollIntoView({ block: 'start' });
    // The button goes, and the focus on it; outside the list, so that what comes next is shown by itself.
    focusLater(titleId);
  }

  return (
    <section className="ef-attempts" aria-labelledby={titleId} aria-busy={!list.isCurrent}>
      <h2 className="ef-visually-hidden" id={titleId} tabIndex={-1} ref={title}>
        {t('activity_table_label')}
      </h2>
      <NewEvents count={waiting} onShow={showNew} />
      <ListState list={list} />
      <div className="ef-attempts-rows" {...reading.handlers}>
        {list.data && events.length === 0 && !list.older.isThere && (
          <NoEvents filter={asked.filter} onClear={onClear} />
        )}
        {shown.length > 0 && (
          <EventTable events={shown} mailbox={asked.mailbox} allow={allow} words={words} labelId={titleId} />
        )}
      </div>
      {list.data && <OlderEvents older={list.older} isEmpty={events.length === 0} span={asked.filter.span} />}
      <AllowArea allow={allow} words={words} />
    </section>
  );
}
