import {
  type Account,
  type ApiRequest,
  type ApiResponse,
  type Bucket,
  type CountryCounts,
  type Outcome,
  periodLength,
} from '@email-firewall/contract';
import { type EventFilter, type EventLog, InvalidCursor } from '../events/index.ts';
import { ApiFailure } from './failure.ts';
import { checkOwner } from './policy-access.ts';

type Options = {
  events: Pick<EventLog, 'list' | 'export' | 'sums'>;
  /** Whether Dovecot's log is read, so that how a login ended is known. */
  isLogReadable: () => boolean;
  now: () => Date;
};

/** The event log as an account may read it. Each function throws an ApiFailure where that cannot be. */
export type EventAccess = {
  list(request: ApiRequest<'list_events'>, account: Account): Promise<ApiResponse<'list_events'>>;
  summarize(
    request: ApiRequest<'summarize_events'>,
    account: Account,
  ): Promise<ApiResponse<'summarize_events'>>;
  summarizeMailboxes(
    request: ApiRequest<'summarize_mailboxes'>,
    account: Account,
  ): Promise<ApiResponse<'summarize_mailboxes'>>;
  export(request: ApiRequest<'export_events'>, account: Account): Promise<ApiResponse<'export_events'>>;
};

/** Events of a page that does not say how many it wants. */
const usualPage = 50;

const minute = 60_000;
const daysOfWeek = 7;

type Counts = Omit<Bucket, 'start'>;

const countedAs: Readonly<Record<Outcome, keyof Counts | undefined>> = {
  refused: 'refused',
  'would-be-refused': 'wouldBeRefused',
  'let-in': 'letIn',
  'logged-in': 'letIn',
  'wrong-password': undefined,
};

export function createEventAccess({ events, isLogReadable, now }: Options): EventAccess {
  return {
    async list({ cursor, limit = usualPage, ...filter }, account) {
      const page = await answered(events.list(filterOf(filter, account), limit, cursor));
      return { ...page, isLogReadable: isLogReadable() };
    },

    export: (filter, account) => answered(events.export(filterOf(filter, account))),

    async summarize({ mailbox, by, utcOffsetMinutes = 0, ...request }, account) {
      const [from, to] = [Date.parse(request.from), Date.parse(request.to)];
      const span = { from, to, period: periodLength[by], offset: utcOffsetMinutes * minute };
      const sums = await answered(events.sums({ ...whose(mailbox, account), ...span }));
      const buckets = new Map<number, Bucket>();
      for (let period = periodAt(from, span); startOf(period, span) < to; period++) {
        buckets.set(period, { start: new Date(startOf(period, span)).toISOString(), ...zero() });
      }
      const countries = new Map<string | undefined, CountryCounts>();
      for (const { period, outcome, country, count } of sums) {
        const known = countries.get(country) ?? { ...(country !== undefined && { country }), ...zero() };
        countries.set(country, known);
        add(known, outcome, count);
        // The last quarter of an hour counts whole, and may end after the last period asked for.
        add(buckets.get(period), outcome, count);
      }
      return {
        buckets: [...buckets.values()],
        countries: [...countries.values()].sort((a, b) => totalOf(b) - totalOf(a)),
      };
    },

    async summarizeMailboxes({ utcOffsetMinutes = 0 }, account) {
      const span = { period: periodLength.day, offset: utcOffsetMinutes * minute };
      const today = periodAt(now().getTime(), span);
      const first = today - daysOfWeek + 1;
      const week = { from: startOf(first, span), to: startOf(today + 1, span), ...span };
      const sums = await answered(events.sums({ ...whose(undefined, account), ...week }));
      const days = new Map(account.mailboxes.map((mailbox) => [mailbox, Array.from({ length: 7 }, zero)]));
      for (const { mailbox, period, outcome, count } of sums) {
        add(days.get(mailbox)?.[period - first], outcome, count);
      }
      return {
        mailboxes: [...days].map(([mailbox, each]) => ({
          mailbox,
          refused: each.map(({ refused }) => refused),
          wouldBeRefused: each.map(({ wouldBeRefused }) => wouldBeRefused),
        })),
      };
    },
  };
}

/** The caller's own mailboxes alone, whatever is asked for. */
function whose(mailbox: string | undefined, account: Account): Pick<EventFilter, 'account' | 'mailboxes'> {
  if (mailbox !== undefined) checkOwner(mailbox, account);
  return { account: account.account, mailboxes: mailbox === undefined ? account.mailboxes : [mailbox] };
}

function filterOf(
  { mailbox, from, to, ...filter }: ApiRequest<'export_events'>,
  account: Account,
): EventFilter {
  return { ...filter, ...whose(mailbox, account), from: timeOf(from), to: timeOf(to) };
}

function timeOf(moment: string | undefined): number | undefined {
  return moment === undefined ? undefined : Date.parse(moment);
}

async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (cause) {
    if (cause instanceof InvalidCursor) {
      throw new ApiFailure('invalid_request', 'The cursor is none that the event log has given.');
    }
    throw new ApiFailure(
      'service_unavailable',
      'The event log cannot be read now. Rules are in force all the same. Try again in a moment.',
      { cause },
    );
  }
}

type Clock = { period: number; offset: number };

/** Counts the periods since 1970 on a person's clock. */
function periodAt(time: number, { period, offset }: Clock): number {
  return Math.floor((time + offset) / period);
}

/** In milliseconds since 1970 (UTC). */
function startOf(count: number, { period, offset }: Clock): number {
  return count * period - offset;
}

function zero(): Counts {
  return { refused: 0, letIn: 0, wouldBeRefused: 0 };
}

function add(counts: Counts | undefined, outcome: Outcome, count: number): void {
  const name = countedAs[outcome];
  if (counts && name) counts[name] += count;
}

function totalOf({ refused, letIn, wouldBeRefused }: Counts): number {
  return refused + letIn + wouldBeRefused;
}
