import { type ApiRequest, mailboxSchema } from '@email-firewall/contract';
import { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import type { ActivityFilter } from '../filter.ts';
import { outcomesOf, spanLength } from '../filter.ts';
import type { EventPage } from './event-pages.ts';

/** What is asked for; a search by a country's name is one by its code. */
export type Asked = { mailbox: string | undefined; filter: ActivityFilter; country: string | undefined };

type Request = ApiRequest<'list_events'>;

const pageSize = 50;
/** The server searches the past by stretches; so few events are worth another one. */
const fewEvents = 15;
/** After so many stretches the person is asked whether to go on. */
const mostStretches = 12;

/** The filter as the server is asked by it. */
export function filterRequest({ mailbox, filter, country }: Asked, now: number): Omit<Request, 'cursor'> {
  const { show, span, text } = filter;
  const outcomes = outcomesOf[show];
  const wanted = country ?? text.trim();
  return {
    ...(mailbox !== undefined && { mailbox }),
    ...(outcomes && { outcomes: [...outcomes] }),
    from: new Date(now - spanLength[span]).toISOString(),
    ...(wanted !== '' && { text: wanted }),
  };
}

/** The newest events there are by now, and whether there was no room for more of them. */
export async function fetchNewest(
  asked: Asked,
  signal: AbortSignal,
): Promise<{ page: EventPage; isFull: boolean }> {
  const answer = await call('list_events', requestOf(asked), signal);
  return { page: wantedOf(asked, answer), isFull: answer.events.length >= pageSize };
}

/** The next events, over as many stretches of the past as it takes; none, with a cursor, where that is too far. */
export async function fetchPage(
  asked: Asked,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<EventPage> {
  const { mailbox } = asked;
  // The page's address can be written by hand: what no mailbox can be called is none.
  if (mailbox !== undefined && !mailboxSchema.safeParse(mailbox).success) {
    throw new ApiFailure('mailbox_not_found');
  }
  let page: EventPage = { events: [], isLogReadable: true, ...(cursor !== undefined && { cursor }) };
  for (let stretch = 0; stretch < mostStretches; stretch++) {
    const answer = wantedOf(asked, await call('list_events', requestOf(asked, page.cursor), signal));
    page = { ...answer, events: [...page.events, ...answer.events] };
    if (page.cursor === undefined || page.events.length >= fewEvents) break;
  }
  return page;
}

function requestOf(asked: Asked, cursor?: string): Request {
  const filter = filterRequest(asked, Date.now());
  return { ...filter, limit: pageSize, ...(cursor !== undefined && { cursor }) };
}

/** The server looks for a country's code in other words as well ("DE" in "denied"). */
function wantedOf({ country }: Asked, page: EventPage): EventPage {
  if (country === undefined) return page;
  return { ...page, events: page.events.filter(({ facts }) => facts.country === country) };
}
