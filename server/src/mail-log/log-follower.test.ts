import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxStep } from './log-file.ts';
import { createLogFollower, type LogFollower, type Place } from './log-follower.ts';

let folder: string;
let path: string;
let lines: string[];
let follower: LogFollower;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-test-'));
  path = join(folder, 'mail.log');
  lines = [];
});
afterEach(async () => {
  await follower.close();
  await rm(folder, { recursive: true });
});

/** Follows the log, and looks for the first time. */
async function follow(from?: Place): Promise<string[]> {
  follower = createLogFollower({ path, from, onLine: (line) => lines.push(line) });
  return look();
}

/** What has been handed out since, once there is no more. */
async function look(): Promise<string[]> {
  while (await follower.look());
  return lines.splice(0);
}

describe('a log', () => {
  it('is followed from its end', async () => {
    await writeFile(path, 'old\n');
    expect(await follow()).toEqual([]);
    await appendFile(path, 'new\nnewer\n');
    expect(await look()).toEqual(['new', 'newer']);
    expect(await look()).toEqual([]);
  });

  it('is followed from a place that is remembered', async () => {
    await writeFile(path, 'one\n');
    await follow();
    const place = follower.place();
    await follower.close();
    await appendFile(path, 'two\n');
    expect(await follow(place)).toEqual(['two']);
  });

  it('is read from its start where it was rotated or truncated after the remembered place', async () => {
    await writeFile(path, 'a long first line\n');
    await follow();
    const place = follower.place();
    await follower.close();
    await writeFile(path, 'short\n');
    expect(await follow(place)).toEqual(['short']);
    await follower.close();

    await rename(path, `${path}.1`);
    await writeFile(path, 'another file, and longer\n');
    expect(await follow(place)).toEqual(['another file, and longer']);
  });

  it('that appears later is read from its start', async () => {
    await expect(follow()).rejects.toThrow('does not exist');
    await writeFile(path, 'first\n');
    expect(await look()).toEqual(['first']);
  });

  it('that is no regular file is a fault', async () => {
    path = folder;
    await expect(follow()).rejects.toThrow('not a regular file');
  });
});

describe('a line', () => {
  beforeEach(() => writeFile(path, ''));

  it('without an end waits for it', async () => {
    await follow();
    await appendFile(path, 'half');
    expect(await look()).toEqual([]);
    await appendFile(path, ' and half\n');
    expect(await look()).toEqual(['half and half']);
  });

  it('that was half written at the start is passed over', async () => {
    await writeFile(path, 'half');
    await follow();
    await appendFile(path, ' and half\nnext\n');
    expect(await look()).toEqual(['next']);
  });

  it('longer than a step is passed over, and the next is read', async () => {
    await follow();
    await appendFile(path, `${'x'.repeat(3 * maxStep)}\nnext\n`);
    expect(await look()).toEqual(['next']);
  });

  it('is read whole where a step ends within it or its letters', async () => {
    await follow();
    const line = 'é'.repeat(1000);
    const count = Math.ceil((2 * maxStep) / Buffer.byteLength(line));
    await appendFile(path, `${line}\n`.repeat(count));
    expect(await follower.look()).toBe(true);
    expect(lines.length).toBeLessThan(count);
    expect(await look()).toEqual(Array(count).fill(line));
  });
});

describe('rotation', () => {
  beforeEach(() => writeFile(path, ''));

  it('by renaming: what is still written into the old file is read, then the new one', async () => {
    await follow();
    await appendFile(path, 'one\n');
    await rename(path, `${path}.1`);
    await appendFile(`${path}.1`, 'two\n');
    expect(await look()).toEqual(['one', 'two']);
    await writeFile(path, 'three\n');
    await appendFile(`${path}.1`, 'late\n');
    expect(await look()).toEqual(['late', 'three']);
    await appendFile(`${path}.1`, 'later\n');
    expect(await look()).toEqual(['later']);
  });

  it('by renaming: the old file is let go after a while', async () => {
    await follow();
    await rename(path, `${path}.1`);
    await writeFile(path, '');
    for (let looks = 0; looks < 12; looks++) await look();
    await appendFile(`${path}.1`, 'too late\n');
    await appendFile(path, 'new\n');
    expect(await look()).toEqual(['new']);
  });

  it('by truncating, even where more was written since than stood there before', async () => {
    await follow();
    await appendFile(path, 'one\n');
    expect(await look()).toEqual(['one']);
    await truncate(path);
    await appendFile(path, 'two, which is longer\n');
    expect(await look()).toEqual(['two, which is longer']);
  });

  it('by truncating to nothing', async () => {
    await follow();
    await appendFile(path, 'one\nhalf');
    expect(await look()).toEqual(['one']);
    await truncate(path);
    expect(await look()).toEqual([]);
    await appendFile(path, 'two\n');
    expect(await look()).toEqual(['two']);
  });
});
