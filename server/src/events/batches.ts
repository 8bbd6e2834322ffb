import type { Log } from '../log.ts';
import type { NewEvent } from './new-event.ts';

/** So many events wait in memory, at most; those that come while it is full are lost. */
const capacity = 10_000;

/** Events on their way to the disk, in batches. */
export type Batches = {
  /** Takes an event. Only pushes it into an array. */
  add(event: NewEvent): void;
  /** Waits until what has been added is written, or lost. */
  flush(): Promise<void>;
};

/**
 * Collects events and writes them in batches, one at a time. A batch that cannot be written is lost: to keep it would only
 * fill the memory, and nobody's login depends on it. The first loss is logged, and when it is over, with how many were lost.
 *
 * @param write keeps its promise when a batch is on the disk
 * @param interval from an event to its batch, in milliseconds: as much as a power cut can take
 */
export function createBatches(
  write: (events: NewEvent[]) => Promise<void>,
  interval: number,
  log: Log,
): Batches {
  let waiting: NewEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let lost = 0;

  function lose(count: number, fault: unknown): void {
    if (lost === 0)
      log('error', 'Events cannot be written. They are lost until they can.', { fault: String(fault) });
    lost += count;
  }

  async function writeBatch(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      await write(batch);
    } catch (error) {
      lose(batch.length, error);
      return;
    }
    if (lost > 0) log('warn', 'Events are written again.', { lost });
    lost = 0;
  }

  function post(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeBatch().finally(() => {
      writing = undefined;
      schedule();
    });
    return writing;
  }

  /** While a batch is being written, the next one waits: a disk that is slow has it grow, to the capacity at most. */
  function schedule(): void {
    if (timer || writing || waiting.length === 0) return;
    timer = setTimeout(post, interval);
    timer.unref();
  }

  return {
    add(event) {
      if (waiting.length >= capacity) return lose(1, `${capacity} events are waiting already`);
      waiting.push(event);
      schedule();
    },
    async flush() {
      await writing;
      if (waiting.length > 0) await post();
    },
  };
}
