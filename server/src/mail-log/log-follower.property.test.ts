import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLogFollower } from './log-follower.ts';

/** `late` writes into the file that was renamed last; the number is how many lines, or how long a half line. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('append'), fc.integer({ min: 1, max: 30 })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('half'), fc.integer({ min: 1, max: 300 })) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('look'), fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('rotate', 'remove', 'truncate'), fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('late'), fc.integer({ min: 1, max: 3 })) },
);

/** What a file holds that was not handed out: complete lines, and the beginning of one. */
type Written = { name: string; lines: string[]; half: string };

/** A log and those who write and rotate it; knows which lines a follower has to hand out. */
class Writer {
  readonly #path: string;
  #count = 0;
  #current: Written | undefined;
  #renamed: Written | undefined;
  #looksSinceRename = 0;
  /** What the follower has open: it may read these on, whatever their names. */
  #open: Written[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  async do(what: string, amount: number): Promise<void> {
    switch (what) {
      case 'append':
        return this.#write(this.#current ?? (await this.#create()), amount);
      case 'half':
        return this.#writeHalf(this.#current ?? (await this.#create()), amount);
      case 'late':
        // Later than that, the follower may have let it go.
        if (this.#renamed && this.#looksSinceRename < 8) await this.#write(this.#renamed, amount);
        return;
      case 'truncate':
        return this.#truncate();
      case 'rotate':
        return this.#rotate();
      case 'remove':
        await rm(this.#path, { force: true });
        this.#current = undefined;
    }
  }

  /** The lines to hand out at a look, in any order between files. */
  expected(): string[] {
    this.#looksSinceRename++;
    const [newest] = this.#open.slice(-1);
    if (this.#current && newest !== this.#current) this.#open = [...this.#open.slice(-1), this.#current];
    return this.#open.flatMap((file) => file.lines.splice(0));
  }

  async #create(): Promise<Written> {
    await writeFile(this.#path, '');
    this.#current = { name: this.#path, lines: [], half: '' };
    return this.#current;
  }

  async #write(file: Written, amount: number): Promise<void> {
    const lines = Array.from(
      { length: amount },
      () => `line ${this.#count++} ${'x'.repeat(this.#count % 50)}`,
    );
    await appendFile(file.name, lines.map((line) => `${line}\n`).join(''));
    const [first = '', ...more] = lines;
    file.lines.push(file.half + first, ...more);
    file.half = '';
  }

  async #writeHalf(file: Written, length: number): Promise<void> {
    const text = `half ${this.#count++} `.padEnd(length, 'y');
    await appendFile(file.name, text);
    file.half += text;
  }

  async #truncate(): Promise<void> {
    if (!this.#current) return;
    await truncate(this.#path);
    this.#current.lines = [];
    this.#current.half = '';
  }

  async #rotate(): Promise<void> {
    if (!this.#current) return;
    const name = `${this.#path}.${this.#count++}`;
    await rename(this.#path, name);
    this.#renamed = Object.assign(this.#current, { name });
    this.#current = undefined;
    this.#looksSinceRename = 0;
  }
}

it('whatever is appended, rotated and truncated, each line that can be read is handed out once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'email-firewall-test-'));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const path = join(folder, `${run++}.log`);
      const lines: string[] = [];
      const follower = createLogFollower({ path, from: undefined, onLine: (line) => lines.push(line) });
      const writer = new Writer(path);
      const look = async () => {
        // Where there is no log, a look says so, and has read on what it has open.
        while (await follower.look().catch(() => false));
        expect(lines.splice(0).sort()).toEqual(writer.expected().sort());
      };
      await look();
      for (const [what, amount] of steps) {
        if (what === 'look') await look();
        else await writer.do(what, amount);
      }
      await look();
      await follower.close();
    }),
    { numRuns: 300 },
  );
  await rm(folder, { recursive: true });
});
