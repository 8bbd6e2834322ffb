import { type CopyFailure, limits, type MailboxSummary } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../api/api-failure.ts';
import { mailboxWith, onlyFrom } from '../mailboxes/test-mailboxes.ts';
import { createCopyRun } from './copy-run.ts';
import { type Seen, stillWaiting } from './copy-state.ts';

const source = mailboxWith({ mailbox: 'info@demo.test', ...onlyFrom('FR') });

/** What the server does with one call: the answer gets lost before or after it was done, or it says no. */
type Mishap = 'lost-before' | 'lost-after' | ApiFailure;

/** A server with so many mailboxes, and a copying onto them. */
function setUp(count: number) {
  const stored = new Map<string, MailboxSummary>(
    [source, ...Array.from({ length: count }, (_, i) => mailboxWith({ mailbox: `m${i}@demo.test` }))].map(
      (one) => [one.mailbox, one],
    ),
  );
  const requests: (readonly Seen[])[] = [];
  const forgotten: string[] = [];
  const mishaps: (Mishap | undefined)[] = [];
  let isOffline = false;

  function copyOnto({ mailbox, revision }: Seen): { mailbox: string; failure?: CopyFailure } {
    const target = stored.get(mailbox);
    if (!target) return { mailbox, failure: 'mailbox_not_found' };
    if (target.revision !== revision) return { mailbox, failure: 'stale_revision' };
    stored.set(mailbox, { ...target, ...onlyFrom('FR'), revision: revision + 1 });
    return { mailbox };
  }

  const run = createCopyRun({
    copy: async (_, to) => {
      requests.push(to);
      const mishap = mishaps.shift();
      if (mishap === 'lost-before') throw new ApiFailure('network');
      if (mishap instanceof ApiFailure) throw mishap;
      const results = to.map(copyOnto);
      if (mishap === 'lost-after') throw new ApiFailure('network');
      return results;
    },
    list: async () => {
      if (isOffline) throw new ApiFailure('network');
      return [...stored.values()];
    },
    forget: (mailboxes) => void forgotten.push(...mailboxes),
  });

  return {
    run,
    requests,
    forgotten,
    mishap: (...next: (Mishap | undefined)[]) => void mishaps.push(...next),
    setOffline: (now: boolean) => {
      isOffline = now;
    },
    elsewhere: (mailbox: string) => {
      const one = mailboxWith({ mailbox });
      stored.set(mailbox, { ...one, ...onlyFrom('BE'), revision: (stored.get(mailbox)?.revision ?? 0) + 1 });
    },
    remove: (mailbox: string) => void stored.delete(mailbox),
    targets: (): Seen[] => [...stored.values()].filter(({ mailbox }) => mailbox !== source.mailbox),
  };
}

describe('copying rules onto several mailboxes', () => {
  test('goes in stretches, and is done when the last is', async () => {
    const { run, requests, targets } = setUp(120);
    await run.start(source, targets());
    expect(requests.map(({ length }) => length)).toEqual([limits.copies, limits.copies, 20]);
    expect(run.getState()).toMatchObject({ isRunning: false, total: 120, failed: [], left: [] });
    expect(run.getState().done).toHaveLength(120);
  });

  test('says of each mailbox which revision was seen, and nothing else', async () => {
    const { run, requests, targets } = setUp(1);
    await run.start(source, targets());
    expect(requests).toEqual([[{ mailbox: 'm0@demo.test', revision: 0 }]]);
  });

  test('tells how far it is after every stretch', async () => {
    const { run, targets } = setUp(70);
    const seen = new Set<number>();
    run.subscribe(() => {
      if (run.getState().isRunning) seen.add(run.getState().left.length);
    });
    await run.start(source, targets());
    expect([...seen]).toEqual([70, 20, 0]);
  });

  test('what was known of the rules it replaces is thrown away', async () => {
    const { run, forgotten, targets } = setUp(2);
    await run.start(source, targets());
    expect(forgotten).toEqual(['m0@demo.test', 'm1@demo.test']);
  });

  test('a mailbox that was changed meanwhile is left as it is, and the others are done', async () => {
    const { run, targets, elsewhere } = setUp(3);
    const seen = targets();
    elsewhere('m1@demo.test');
    await run.start(source, seen);
    expect(run.getState()).toMatchObject({
      done: ['m0@demo.test', 'm2@demo.test'],
      failed: [{ mailbox: 'm1@demo.test', failure: 'stale_revision' }],
    });
    expect(stillWaiting(run.getState())).toEqual(['m1@demo.test']);
  });

  test('nobody is asked twice at a time', async () => {
    const { run, requests, targets } = setUp(1);
    await Promise.all([run.start(source, targets()), run.start(source, targets())]);
    expect(requests).toHaveLength(1);
  });
});

describe('rules that are changed while they are copied', () => {
  test('are not copied further, and those that have the earlier ones wait for the new', async () => {
    const { run, targets, mishap } = setUp(70);
    mishap(undefined, new ApiFailure('stale_revision'));
    await run.start(source, targets());
    const state = run.getState();
    expect(state).toMatchObject({ isRunning: false, failure: { code: 'stale_revision' } });
    expect(state.done).toHaveLength(50);
    expect(stillWaiting(state)).toHaveLength(70);
  });
});

describe('a copying that is cut off', () => {
  test('keeps what is left, and one more try does the rest', async () => {
    const { run, requests, targets, mishap } = setUp(70);
    mishap(undefined, 'lost-before');
    await run.start(source, targets());
    expect(run.getState()).toMatchObject({ failure: { code: 'network' } });
    expect(stillWaiting(run.getState())).toHaveLength(20);
    await run.start(
      source,
      targets().filter(({ mailbox }) => stillWaiting(run.getState()).includes(mailbox)),
    );
    expect(run.getState()).toMatchObject({ failure: undefined, left: [], failed: [], total: 20 });
    expect(requests.map(({ length }) => length)).toEqual([50, 20, 20]);
  });

  test('where only the answer was lost, what was done is recognised', async () => {
    const { run, targets, mishap } = setUp(3);
    mishap('lost-after');
    await run.start(source, targets());
    expect(run.getState()).toMatchObject({ left: [], failed: [] });
    expect(run.getState().done).toHaveLength(3);
  });

  test('where nobody can be asked yet, it is found out before the next try', async () => {
    const { run, requests, targets, mishap, setOffline, elsewhere, remove } = setUp(4);
    const seen = targets();
    mishap('lost-after');
    setOffline(true);
    await run.start(source, seen);
    expect(run.getState().unsure).toHaveLength(4);
    elsewhere('m1@demo.test');
    remove('m2@demo.test');
    setOffline(false);
    await run.start(source, seen);
    expect(run.getState()).toMatchObject({
      done: ['m0@demo.test', 'm3@demo.test'],
      failed: [
        { mailbox: 'm1@demo.test', failure: 'stale_revision' },
        { mailbox: 'm2@demo.test', failure: 'mailbox_not_found' },
      ],
      left: [],
    });
    expect(requests).toHaveLength(1);
  });

  test('of a mailbox whose answer was lost, what was seen before counts, whatever the list says since', async () => {
    const { run, requests, targets, mishap, setOffline } = setUp(1);
    const seen = targets();
    mishap('lost-after');
    setOffline(true);
    await run.start(source, seen);
    setOffline(false);
    await run.start(source, targets());
    expect(run.getState()).toMatchObject({ done: ['m0@demo.test'], failed: [], left: [] });
    expect(requests).toHaveLength(1);
  });

  test('still offline, the next try loses nothing either', async () => {
    const { run, targets, mishap, setOffline } = setUp(2);
    const seen = targets();
    mishap('lost-before');
    setOffline(true);
    await run.start(source, seen);
    await run.start(source, seen);
    expect(run.getState()).toMatchObject({ failure: { code: 'network' }, done: [], total: 2 });
    expect(stillWaiting(run.getState())).toHaveLength(2);
  });

  test('what was not expected at all counts as a failure of the server', async () => {
    const run = createCopyRun({
      copy: () => Promise.reject(new TypeError('surprise')),
      list: async () => [source],
      forget: () => undefined,
    });
    await run.start(source, [{ mailbox: 'm0@demo.test', revision: 0 }]);
    expect(run.getState().failure).toMatchObject({ code: 'internal' });
  });

  test('how it ended can be put away', async () => {
    const { run, targets } = setUp(1);
    await run.start(source, targets());
    run.dismiss();
    expect(run.getState()).toMatchObject({ total: 0, done: [] });
  });
});
