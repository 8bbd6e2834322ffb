import type { DatabaseSync } from 'node:sqlite';

/** Whose events are asked for: these mailboxes, as far as this account has had them. */
export type Whose = { account: string; mailboxes: readonly string[] };

/**
 * Finds the numbers of mailboxes, with their names. Every question goes through it, so that no filter and no cursor
 * leads to what another account's mailboxes have seen, be it under the same name.
 */
export function createOwnMailboxes(database: DatabaseSync): (whose: Whose) => Map<number, string> {
  const find = database.prepare('SELECT id FROM mailboxes WHERE account = ? AND mailbox = ?');
  return ({ account, mailboxes }) =>
    new Map(
      mailboxes.flatMap((mailbox): [number, string][] => {
        const id = find.get(account, mailbox)?.['id'];
        return typeof id === 'number' ? [[id, mailbox]] : [];
      }),
    );
}
