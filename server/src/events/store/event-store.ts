import type { NewEvent } from '../new-event.ts';
import { createAppender } from './append.ts';
import { openDatabase } from './database.ts';
import type { Whose } from './own-mailboxes.ts';
import { createPruner, type Retention } from './prune.ts';
import { createSearch, type Found, type Search } from './search.ts';
import { openSharedTexts } from './shared-texts.ts';
import { createSums, type Span, type Sum } from './sums.ts';

/** The log's file. Every call blocks its thread, and throws where the file cannot be read or written. */
export type EventStore = {
  /** Writes a batch, whole or not at all. Those alike within a minute become one. */
  append(events: readonly NewEvent[]): void;
  search(search: Search): Found;
  sums(question: Whose & Span): Sum[];
  /**
   * Removes a little of what is too old or too much.
   *
   * @param added how many events have just been written
   * @returns whether there is more to remove
   */
  prune(added?: number): boolean;
  close(): void;
};

export type StoreOptions = {
  file: string;
  retention: Retention;
  /** Told why the file that was there has been moved aside. */
  onDamage: (fault: unknown) => void;
  /** Milliseconds since 1970 (UTC). */
  now: () => number;
};

/** @throws where the file can be neither opened nor made */
export function openEventStore({ file, retention, onDamage, now }: StoreOptions): EventStore {
  const database = openDatabase(file, onDamage);
  const texts = {
    facts: openSharedTexts(database, 'facts'),
    grounds: openSharedTexts(database, 'grounds'),
    rules: openSharedTexts(database, 'rules'),
  };
  return {
    append: createAppender(database, texts),
    search: createSearch(database, texts),
    sums: createSums(database),
    prune: createPruner(database, texts, retention, now),
    close: () => database.close(),
  };
}
