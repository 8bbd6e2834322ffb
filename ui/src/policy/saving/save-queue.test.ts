import { emptyPolicy, type Policy, type PolicySettings } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { ApiFailure } from '../../api/api-failure.ts';
import type { PolicyChange } from '../policy-change.ts';
import { createSaveQueue } from './save-queue.ts';

const mailbox = 'alice@demo.test';

function addRule(id: string): PolicyChange {
  return {
    kind: 'add-rule',
    rule: { id, action: 'allow', condition: { kind: 'country', countries: ['FR'] }, enabled: true },
  };
}

/** A server that answers when it is told to, and a queue that saves to it. */
function setUp() {
  let cached: Policy | undefined = emptyPolicy(mailbox);
  let stored = emptyPolicy(mailbox);
  const requests: {
    revision: number;
    settings: PolicySettings;
    answer: (failure?: ApiFailure) => Promise<void>;
  }[] = [];

  function store(settings: PolicySettings): void {
    stored = { ...stored, ...settings, revision: stored.revision + 1 };
  }

  const queue = createSaveQueue({
    read: () => cached,
    write: (policy) => {
      cached = policy;
    },
    save: (revision, settings) =>
      new Promise((resolve, reject) => {
        const answer = async (failure?: ApiFailure) => {
          if (failure) reject(failure);
          else if (revision !== stored.revision) reject(stale(stored));
          else {
            store(settings);
            resolve(stored);
          }
          await settled();
        };
        requests.push({ revision, settings, answer });
      }),
  });

  return {
    queue,
    requests,
    last: () => {
      const request = requests.at(-1);
      if (!request) throw new Error('nothing was sent');
      return request;
    },
    elsewhere: (settings: Partial<PolicySettings>) => store({ ...stored, ...settings }),
    cached: () => cached,
  };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function stale(policy: Policy): ApiFailure {
  return new ApiFailure('stale_revision', {
    answer: { id: '1', code: 'stale_revision', message: '', policy },
  });
}

function ids(settings: PolicySettings | undefined): string[] | undefined {
  return settings?.rules.map(({ id }) => id);
}

describe('saving', () => {
  test('is said to be done only once the server said so', async () => {
    const { queue, last } = setUp();
    expect(queue.getState().hasSaved).toBe(false);
    queue.add(addRule('a'));
    expect(queue.getState()).toMatchObject({ isSaving: true, hasSaved: false });
    await last().answer();
    expect(queue.getState()).toMatchObject({ isSaving: false, hasSaved: true, pending: [], unsaved: [] });
  });

  test('the next save is sent after the answer to the one before, on the revision it named', async () => {
    const { queue, requests, last } = setUp();
    queue.add(addRule('a'));
    queue.add(addRule('b'));
    queue.add(addRule('c'));
    expect(requests).toHaveLength(1);
    expect(last().revision).toBe(0);
    await last().answer();
    expect(requests).toHaveLength(2);
    expect(last().revision).toBe(1);
    expect(ids(last().settings)).toEqual(['a', 'b', 'c']);
    await last().answer();
    expect(requests).toHaveLength(2);
  });

  test('tells its listeners of every step, until they leave', async () => {
    const { queue, last } = setUp();
    let told = 0;
    const leave = queue.subscribe(() => {
      told += 1;
    });
    queue.add(addRule('a'));
    expect(told).toBeGreaterThan(0);
    leave();
    const before = told;
    await last().answer();
    expect(told).toBe(before);
  });
});

describe('a save that fails', () => {
  test('nothing of it is shown any more, everything of it is kept', async () => {
    const { queue, requests, last, cached } = setUp();
    queue.add(addRule('a'));
    queue.add(addRule('b'));
    await last().answer(new ApiFailure('storage_failed'));
    expect(requests).toHaveLength(1);
    expect(queue.getState()).toMatchObject({
      isSaving: false,
      pending: [],
      unsaved: [addRule('a'), addRule('b')],
      failure: { code: 'storage_failed' },
    });
    expect(ids(cached())).toEqual([]);
  });

  test('one retry saves all of it', async () => {
    const { queue, last, cached } = setUp();
    queue.add(addRule('a'));
    queue.add(addRule('b'));
    await last().answer(new ApiFailure('network'));
    queue.retry();
    await last().answer();
    expect(ids(cached())).toEqual(['a', 'b']);
    expect(queue.getState()).toMatchObject({ unsaved: [], failure: undefined, hasSaved: true });
  });

  test('a change made after it is saved without it', async () => {
    const { queue, last, cached } = setUp();
    queue.add(addRule('a'));
    await last().answer(new ApiFailure('network'));
    queue.add(addRule('b'));
    await last().answer();
    expect(ids(cached())).toEqual(['b']);
    expect(queue.getState()).toMatchObject({ unsaved: [addRule('a')], failure: { code: 'network' } });
  });

  test('the same thing done again takes its place', async () => {
    const { queue, last } = setUp();
    queue.add({ kind: 'set-default-action', action: 'block' });
    await last().answer(new ApiFailure('network'));
    queue.add({ kind: 'set-default-action', action: 'block' });
    expect(queue.getState()).toMatchObject({ unsaved: [], failure: undefined });
  });

  test('can be given up, in part or altogether', async () => {
    const { queue, last } = setUp();
    queue.add(addRule('a'));
    queue.add({ kind: 'set-default-action', action: 'block' });
    await last().answer(new ApiFailure('network'));
    queue.discard((change) => change.kind === 'add-rule');
    expect(queue.getState()).toMatchObject({
      unsaved: [{ kind: 'set-default-action', action: 'block' }],
      failure: { code: 'network' },
    });
    queue.discard();
    expect(queue.getState()).toMatchObject({ unsaved: [], failure: undefined });
  });

  test('what was not expected at all counts as a failure of the server', async () => {
    const queue = createSaveQueue({
      read: () => emptyPolicy(mailbox),
      write: () => undefined,
      save: () => Promise.reject(new TypeError('surprise')),
    });
    queue.add(addRule('a'));
    await settled();
    expect(queue.getState().failure).toMatchObject({ code: 'internal', cause: new TypeError('surprise') });
  });
});

describe('rules changed elsewhere', () => {
  test('the current rules are shown, and the change is neither lost nor forced upon them', async () => {
    const { queue, last, cached, elsewhere } = setUp();
    elsewhere({ defaultAction: 'block' });
    queue.add(addRule('a'));
    await last().answer();
    expect(cached()).toMatchObject({ revision: 1, defaultAction: 'block', rules: [] });
    expect(queue.getState()).toMatchObject({ unsaved: [addRule('a')], failure: { code: 'stale_revision' } });
  });

  test('both what was seen and what stands now are kept, until the person has chosen', async () => {
    const { queue, last, elsewhere } = setUp();
    elsewhere({ defaultAction: 'block' });
    queue.add(addRule('a'));
    await last().answer();
    expect(queue.getState().elsewhere).toMatchObject({
      before: { defaultAction: 'allow' },
      after: { defaultAction: 'block' },
    });
    queue.discard();
    expect(queue.getState().elsewhere).toBeUndefined();
  });

  test('of several collisions, what was seen before the first is kept', async () => {
    const { queue, last, elsewhere } = setUp();
    elsewhere({ defaultAction: 'block' });
    queue.add(addRule('a'));
    await last().answer();
    queue.add({ kind: 'set-mode', mode: 'off' });
    elsewhere({ mode: 'monitor' });
    await last().answer();
    expect(queue.getState()).toMatchObject({
      unsaved: [addRule('a'), { kind: 'set-mode', mode: 'off' }],
      elsewhere: {
        before: { defaultAction: 'allow', mode: 'enforce' },
        after: { defaultAction: 'block', mode: 'monitor' },
      },
    });
  });

  test('changes made together are saved together', async () => {
    const { queue, last, requests } = setUp();
    queue.add(addRule('a'), { kind: 'set-default-action', action: 'block' });
    expect(requests).toHaveLength(1);
    expect(last().settings).toMatchObject({ defaultAction: 'block', rules: [{ id: 'a' }] });
  });

  test('applying the change then keeps what was done elsewhere', async () => {
    const { queue, last, cached, elsewhere } = setUp();
    elsewhere({ defaultAction: 'block' });
    queue.add(addRule('a'));
    await last().answer();
    queue.retry();
    await last().answer();
    expect(cached()).toMatchObject({ revision: 2, defaultAction: 'block' });
    expect(ids(cached())).toEqual(['a']);
  });

  test('a save whose answer was lost on its way is recognised, and counts as saved', async () => {
    const { queue, last, cached, elsewhere } = setUp();
    queue.add(addRule('a'));
    elsewhere(last().settings);
    await last().answer(new ApiFailure('network'));
    queue.retry();
    await last().answer();
    expect(queue.getState()).toMatchObject({ unsaved: [], failure: undefined, hasSaved: true });
    expect(ids(cached())).toEqual(['a']);
  });
});
