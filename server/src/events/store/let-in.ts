import type { Row } from './row.ts';

/** For so long, in milliseconds, it is waited for what became of an attempt: Dovecot ends a login after three minutes. */
const patience = 5 * 60_000;

/** So many are remembered; beyond, the eldest stays as it is. */
const capacity = 20_000;

/** The latest events of attempts that went on to Dovecot's own check: let in, or in the books alone refused. */
export function createLetIns() {
  const open = new Map<string, Row>();
  return {
    /** @param attempt mailbox, protocol and address */
    note(attempt: string, row: Row): void {
      open.delete(attempt);
      open.set(attempt, row);
    },
    /**
     * Takes one attempt, made between two moments, out of its event; one that would have been refused stays there, for
     * that is what it is watched for.
     */
    take(attempt: string, { from, to }: { from: number; to: number }): Row | undefined {
      const row = open.get(attempt);
      if (!row || row.count === 0 || row.last < from || row.time > to) return undefined;
      if (row.outcome === 'let-in') row.count--;
      return row;
    },
    forgetOld(now: number): void {
      for (const [attempt, { last }] of open) {
        if (now - last < patience && open.size <= capacity) break;
        open.delete(attempt);
      }
    },
    forgetAll: () => open.clear(),
  };
}
