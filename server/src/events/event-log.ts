import { type Event, limits, type Outcome } from '@email-firewall/contract';
import type { Log } from '../log.ts';
import { createBatches } from './batches.ts';
import { csvHeader } from './csv.ts';
import { createLogThread } from './log-thread.ts';
import type { Recorder } from './new-event.ts';
import { formatEventNumber, parseEventNumber } from './store/event-id.ts';
import type { Whose } from './store/own-mailboxes.ts';
import type { Retention } from './store/prune.ts';
import type { Span, Sum } from './store/sums.ts';

/** Which events are asked for. Times in milliseconds since 1970 (UTC). */
export type EventFilter = Whose & {
  /** All, if left out. */
  outcomes?: readonly Outcome[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** Part of what is told of an event; capitals do not count. */
  text?: string | undefined;
};

/** Who tried to log in, and what happened. Questions are rejected where the log's file cannot be read. */
export type EventLog = {
  /** Opens the file now rather than with the first event, so that the log says at once what is wrong with it. */
  open(): Promise<void>;
  record: Recorder;
  /**
   * The newest events, or those that are older than a cursor. With a cursor in the answer, even of an empty page, older
   * ones are still to be searched.
   *
   * @throws InvalidCursor
   */
  list(filter: EventFilter, limit: number, cursor?: string): Promise<{ events: Event[]; cursor?: string }>;
  /** A table of events for spreadsheets, the newest first. */
  export(filter: EventFilter): Promise<{ csv: string; isCut: boolean }>;
  /** The attempts by mailbox, period, outcome and country. */
  sums(question: Whose & Span): Promise<Sum[]>;
  /** Writes what is waiting. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** A text that this log never gave as a cursor. */
export class InvalidCursor extends Error {}

export type EventLogOptions = {
  /** Made where it is missing, with its folder. */
  file: string;
  retention: Retention;
  log: Log;
  /** From an event to its being written, in milliseconds. */
  interval?: number;
};

/** With every write the disk is waited for: twice a second costs it little, and loses little in a power cut. */
const defaultInterval = 500;

/** Of so many mailboxes at once the sums are added up: others wait for the same thread. */
const mailboxesAtOnce = 50;

/** So many lines of an export are made at once. */
const linesAtOnce = 1000;

/** The log, in a thread of its own. A file that cannot be used costs events, never logins. */
export function createEventLog({
  file,
  retention,
  log,
  interval = defaultInterval,
}: EventLogOptions): EventLog {
  const thread = createLogThread({ file, retention }, (fault) =>
    log('error', 'The event log was damaged. It has been moved aside, and a new one begun.', {
      file: `${file}.damaged`,
      fault,
    }),
  );
  const batches = createBatches((events) => thread.ask('append', events), interval, log);
  let lastExport: Promise<unknown> = Promise.resolve();

  async function makeTable(filter: EventFilter): Promise<{ csv: string; isCut: boolean }> {
    const lines: string[] = [];
    let before: number | undefined;
    do {
      // One more than fits tells whether anything is left out.
      const limit = Math.min(linesAtOnce, limits.exportedEvents + 1 - lines.length);
      const found = await thread.ask('csvLines', { ...filter, before, limit });
      lines.push(...found.lines);
      before = found.before;
    } while (before !== undefined && lines.length <= limits.exportedEvents);
    const isCut = lines.length > limits.exportedEvents;
    return { csv: csvHeader + lines.slice(0, limits.exportedEvents).join(''), isCut };
  }

  return {
    async open() {
      await thread.ask('open').catch((error: unknown) => {
        log('error', 'The event log cannot be opened. Events are lost until it can.', {
          file,
          fault: String(error),
        });
      });
    },

    record: batches.add,
    flush: batches.flush,

    async list(filter, limit, cursor) {
      const before = cursor === undefined ? undefined : parseEventNumber(cursor);
      if (cursor !== undefined && before === undefined) throw new InvalidCursor(`"${cursor}" is no cursor.`);
      const found = await thread.ask('search', { ...filter, before, limit });
      return {
        events: found.events,
        ...(found.before !== undefined && { cursor: formatEventNumber(found.before) }),
      };
    },

    export(filter) {
      // One at a time: each holds some ten megabytes.
      const table = lastExport.then(() => makeTable(filter));
      lastExport = table.catch(() => {});
      return table;
    },

    async sums(question) {
      const { mailboxes } = question;
      const sums: Sum[] = [];
      for (let start = 0; start < mailboxes.length; start += mailboxesAtOnce) {
        const some = mailboxes.slice(start, start + mailboxesAtOnce);
        sums.push(...(await thread.ask('sums', { ...question, mailboxes: some })));
      }
      return sums;
    },

    async close() {
      await batches.flush();
      await thread.stop();
    },
  };
}
