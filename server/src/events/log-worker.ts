import { parentPort, workerData } from 'node:worker_threads';
import { csvLine } from './csv.ts';
import type { NewEvent } from './new-event.ts';
import { isDamage, moveAside } from './store/database.ts';
import { type EventStore, openEventStore } from './store/event-store.ts';
import type { Whose } from './store/own-mailboxes.ts';
import type { Retention } from './store/prune.ts';
import type { Search } from './store/search.ts';
import type { Span } from './store/sums.ts';

// SQLite blocks its thread while it reads and writes. Here it is one that nobody's login waits for.

export type WorkerOptions = { file: string; retention: Retention };

export type Question = { id: number; task: TaskName; input: unknown };
/** `value` or `fault` answers the question of that id; `damage` says why a file was moved aside. */
export type Answer = { id?: number; value?: unknown; fault?: string; damage?: string };

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

/** How often old events are looked for while no new ones come, in milliseconds. */
const pruneInterval = 30_000;

const { file, retention } = workerData as WorkerOptions;
let store: EventStore | undefined;

/** The file is opened again with every task until it can be. */
function open(): EventStore {
  store ??= openEventStore({ file, retention, onDamage: sayDamage, now: Date.now });
  return store;
}

const tasks = {
  open() {
    open();
  },
  append(events: readonly NewEvent[]) {
    open().append(events);
    prune(events.length);
  },
  search: (search: Search) => open().search(search),
  csvLines(search: Search) {
    const { events, ...rest } = open().search(search);
    return { lines: events.map(csvLine), ...rest };
  },
  sums: (question: Whose & Span) => open().sums(question),
  close() {
    clearInterval(pruning);
    store?.close();
    store = undefined;
  },
};

/** What fails here fails again with the next batch, which says so. */
function prune(added?: number): boolean {
  try {
    return store?.prune(added) ?? false;
  } catch (error) {
    recover(error);
    return false;
  }
}

/** A step at a time, so that questions come in between. */
function pruneAll(): void {
  if (prune()) setImmediate(pruneAll);
}
const pruning = setInterval(pruneAll, pruneInterval);

function sayDamage(fault: unknown): void {
  answer({ damage: String(fault) });
}

/** A file whose damage shows only now gives way to a new one as well. */
function recover(error: unknown): void {
  if (!isDamage(error)) return;
  const damaged = store;
  store = undefined;
  try {
    damaged?.close();
    moveAside(file);
    sayDamage(error);
  } catch {
    // Then the next task meets it again.
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', ({ id, task, input }: Question) => {
  try {
    // The input is the one of this very task, which the compiler cannot follow across the table.
    answer({ id, value: tasks[task](input as never) });
  } catch (error) {
    recover(error);
    answer({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
