import type { DatabaseSync } from 'node:sqlite';

/** Texts that many events share, each kept once in a table of its own. */
export type SharedTexts = {
  /**
   * The number of a text; a new one is written down.
   *
   * @param time of the event that names it, milliseconds since 1970
   */
  numberOf(text: string, time: number): number;
  /** @returns an empty text for a number that is not there */
  textOf(number: number): string;
  /** Removes what no event from that time on can name. */
  removeUnused(oldest: number): void;
  /** Forgets what it has in memory, as after a write that was taken back. */
  forget(): void;
};

export type SharedTable = 'facts' | 'grounds' | 'rules';

/** So many characters are kept in memory, at most: a rule can be 40 KB long. */
const maxCharacters = 8_000_000;

/** Another use is written down only so much later, in milliseconds. */
const day = 86_400_000;

export function openSharedTexts(database: DatabaseSync, table: SharedTable): SharedTexts {
  const find = database.prepare(`SELECT id, used FROM ${table} WHERE text = ?`);
  const insert = database.prepare(`INSERT INTO ${table} (text, used) VALUES (?, ?)`);
  const touch = database.prepare(`UPDATE ${table} SET used = ? WHERE id = ?`);
  const read = database.prepare(`SELECT text FROM ${table} WHERE id = ?`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE used < ?`);
  const byText = new Map<string, { id: number; used: number }>();
  const byNumber = new Map<number, string>();
  let characters = 0;

  function makeRoom(text: string): void {
    characters += text.length;
    if (characters > maxCharacters) forget();
  }

  function forget(): void {
    byText.clear();
    byNumber.clear();
    characters = 0;
  }

  function look(text: string, time: number): { id: number; used: number } {
    const row = find.get(text);
    if (row) return { id: Number(row['id']), used: Number(row['used']) };
    return { id: Number(insert.run(text, time).lastInsertRowid), used: time };
  }

  return {
    numberOf(text, time) {
      let known = byText.get(text);
      if (!known) {
        makeRoom(text);
        known = look(text, time);
        byText.set(text, known);
      }
      if (time - known.used >= day) {
        touch.run(time, known.id);
        known.used = time;
      }
      return known.id;
    },
    textOf(number) {
      const known = byNumber.get(number);
      if (known !== undefined) return known;
      const text = String(read.get(number)?.['text'] ?? '');
      makeRoom(text);
      byNumber.set(number, text);
      return text;
    },
    removeUnused(oldest) {
      if (remove.run(oldest - day).changes > 0) forget();
    },
    forget,
  };
}
