import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Counts up with every change of the tables. */
const version = 1;

// Each text that many events share (facts, what decided, the rule as it stood) is kept once; `used` is a time, in
// milliseconds, at most a day before the last event that names it. Sums are kept as events come, by quarters of an
// hour, which every time zone's days consist of: to add up a million events takes a second.
const tables = `
  PRAGMA auto_vacuum = INCREMENTAL;
  BEGIN;
  CREATE TABLE mailboxes (id INTEGER PRIMARY KEY, account TEXT NOT NULL, mailbox TEXT NOT NULL,
    UNIQUE (account, mailbox)) STRICT;
  CREATE TABLE facts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, used INTEGER NOT NULL) STRICT;
  CREATE TABLE grounds (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, used INTEGER NOT NULL) STRICT;
  CREATE TABLE rules (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, used INTEGER NOT NULL) STRICT;
  CREATE TABLE events (id INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL, outcome INTEGER NOT NULL,
    protocol INTEGER NOT NULL, address TEXT NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL,
    facts INTEGER NOT NULL, grounds INTEGER NOT NULL, rule INTEGER) STRICT;
  CREATE INDEX events_by_mailbox ON events (mailbox, outcome);
  CREATE TABLE sums (mailbox INTEGER NOT NULL, slot INTEGER NOT NULL, outcome INTEGER NOT NULL, country TEXT NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY (mailbox, slot, outcome, country)) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${version};
  COMMIT;
`;

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://www.sqlite.org/rescode.html). */
const damageCodes = [11, 26];

/** For another process that reads the file with a tool of its own, in milliseconds. */
const lockTime = 2000;

/** Nobody else reads who logs in from where. */
const fileMode = 0o600;
const folderMode = 0o700;

/**
 * Opens the log's file, and makes it where there is none. One that is damaged, or of a version that is not known, is
 * moved aside as `<file>.damaged`, in place of what was moved there before.
 *
 * @param onDamage told why a file was moved aside
 * @throws where the file can be neither opened nor made
 */
export function openDatabase(file: string, onDamage: (fault: unknown) => void): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: folderMode });
  try {
    return prepareDatabase(file);
  } catch (error) {
    if (!isDamage(error)) throw error;
    moveAside(file);
    onDamage(error);
    return prepareDatabase(file);
  }
}

/** Whether an error of SQLite's means that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  if (error instanceof UnknownVersion) return true;
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  // The lower eight bits are the primary code.
  return damageCodes.includes(code & 0xff);
}

class UnknownVersion extends Error {}

function prepareDatabase(file: string): DatabaseSync {
  // SQLite gives its side files the mode that it finds.
  closeSync(openSync(file, 'a', fileMode));
  const database = new DatabaseSync(file, { timeout: lockTime });
  try {
    const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const isNew = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'] === 0;
    if (isNew) database.exec(tables);
    else if (found !== version) throw new UnknownVersion(`Its version is ${found}, expected ${version}.`);
    // With FULL a power cut takes nothing that was committed (https://www.sqlite.org/pragma.html#pragma_synchronous).
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Puts a file and its side files out of the way, in place of those that were put there before. */
export function moveAside(file: string): void {
  // The side files first: beside a new file, SQLite would take the old ones for its own.
  for (const suffix of ['-wal', '-shm', '']) {
    rmSync(`${file}.damaged${suffix}`, { force: true });
    try {
      renameSync(`${file}${suffix}`, `${file}.damaged${suffix}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
