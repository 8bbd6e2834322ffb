import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEvent } from '../../test/support/events.ts';
import { type Batches, createBatches } from './batches.ts';
import type { NewEvent } from './new-event.ts';

let written: NewEvent[][];
let lines: [string, string, unknown][];
let disk: () => Promise<void>;
let batches: Batches;
beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  lines = [];
  disk = () => Promise.resolve();
  batches = createBatches(
    async (events) => {
      await disk();
      written.push(events);
    },
    1000,
    (level, message, detail) => lines.push([level, message, detail]),
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const full = () => Promise.reject(new Error('database or disk is full'));

async function add(count: number): Promise<void> {
  for (let index = 0; index < count; index++) batches.add(newEvent());
  await vi.advanceTimersByTimeAsync(1000);
}

describe('events', () => {
  it('are written a second after they came, together', async () => {
    batches.add(newEvent());
    await vi.advanceTimersByTimeAsync(999);
    expect(written).toEqual([]);
    batches.add(newEvent());
    await vi.advanceTimersByTimeAsync(1);
    expect(written.map(({ length }) => length)).toEqual([2]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toHaveLength(1);
  });

  it('wait while a batch is being written', async () => {
    let finish = () => {};
    disk = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await add(1);
    await add(5);
    await add(5);
    disk = () => Promise.resolve();
    finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.map(({ length }) => length)).toEqual([1, 10]);
  });

  it('that cannot be written are lost, which is logged once, and again when it is over', async () => {
    disk = full;
    await add(3);
    await add(4);
    expect(lines).toEqual([
      [
        'error',
        'Events cannot be written. They are lost until they can.',
        { fault: 'Error: database or disk is full' },
      ],
    ]);
    disk = () => Promise.resolve();
    await add(1);
    expect(written.map(({ length }) => length)).toEqual([1]);
    expect(lines[1]).toEqual(['warn', 'Events are written again.', { lost: 7 }]);
    disk = full;
    await add(1);
    expect(lines).toHaveLength(3);
  });

  it('beyond ten thousand that wait are lost', async () => {
    disk = () => new Promise(() => {});
    await add(1);
    await add(10_001);
    expect(lines).toEqual([['error', expect.any(String), { fault: '10000 events are waiting already' }]]);
  });

  it('are all written when they are flushed', async () => {
    let finish = () => {};
    disk = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await add(1);
    batches.add(newEvent());
    disk = () => Promise.resolve();
    const flushed = batches.flush();
    finish();
    await flushed;
    expect(written.map(({ length }) => length)).toEqual([1, 1]);
  });
});
