import { readFileSync, statSync } from 'node:fs';

/** What is known of a file: not there, read (perhaps earlier, while it cannot be read now), or never readable. */
export type FileState<Value> =
  | { kind: 'absent' }
  | { kind: 'good'; value: Value; fault?: Error }
  | { kind: 'broken'; fault: Error };

export type WatchedFile<Value> = {
  /** What the file says. Looks at the disk again when the last look is older than `trustedFor`. */
  get(): FileState<Value>;
  /** Makes the next `get` look at the disk. */
  expire(): void;
};

type Options<Value> = {
  path: string;
  /** Throws where the text makes no sense. `previous` is what the file said before. */
  parse: (text: string, previous: Value | undefined) => Value;
  /** Called when the file cannot be used, once for each cause. */
  onFault: (fault: Error) => void;
  clock: () => number;
};

/** Milliseconds for which a look at the disk is trusted: a change made by hand counts within a second. */
const trustedFor = 500;

/**
 * Follows a file that others may change at any time, without a watcher: one `stat` every half a second at most, and only
 * while somebody asks. A version that cannot be read never replaces one that could.
 */
export function watchFile<Value>({ path, parse, onFault, clock }: Options<Value>): WatchedFile<Value> {
  let state: FileState<Value> = { kind: 'absent' };
  let signature = 'not read';
  let lookedAt = Number.NEGATIVE_INFINITY;

  function look(): void {
    try {
      const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
      const seen = stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : 'absent';
      if (seen === signature) return;
      if (!stat) state = { kind: 'absent' };
      else take(readFileSync(path, 'utf8'));
      signature = seen;
    } catch (error) {
      // The disk's fault, not the file's: nothing is remembered, so that the next look tries again.
      signature = 'not read';
      fail(error);
    }
  }

  function take(text: string): void {
    try {
      state = { kind: 'good', value: parse(text, state.kind === 'good' ? state.value : undefined) };
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    const fault = error instanceof Error ? error : new Error(String(error));
    const known = state.kind === 'absent' ? undefined : state.fault?.message;
    state = state.kind === 'good' ? { ...state, fault } : { kind: 'broken', fault };
    if (fault.message !== known) onFault(fault);
  }

  return {
    get() {
      const now = clock();
      if (now - lookedAt > trustedFor) {
        look();
        lookedAt = now;
      }
      return state;
    },
    expire() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}
