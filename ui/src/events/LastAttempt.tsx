import type { Event } from '@email-firewall/contract';
import type { Words } from '../words/words.ts';
import { EventMoment } from './EventMoment.tsx';
import { EventPlace } from './EventPlace.tsx';
import { OutcomeBadge } from './OutcomeBadge.tsx';

/** One attempt in short: what became of it, when, and from where. */
export function LastAttempt({ event, words }: { event: Event; words: Words }) {
  return (
    <li className="ef-last-item">
      <span className="ef-last-line">
        <OutcomeBadge outcome={event.outcome} />
        <span className="ef-muted">
          <EventMoment time={event.lastTime} />
        </span>
      </span>
      <EventPlace facts={event.facts} words={words} />
    </li>
  );
}
