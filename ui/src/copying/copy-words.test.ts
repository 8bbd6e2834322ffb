import { expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { outcomeTitle } from './copy-words.ts';

test.each([
  [3, 3, 'Rules copied to 3 mailboxes'],
  [1, 1, 'Rules copied to 1 mailbox'],
  [1, 3, 'Rules copied to 1 of 3 mailboxes'],
  [0, 1, 'No rules were copied'],
])('%d of %d: %s', (count, total, words) => {
  const done = Array.from({ length: count }, (_, i) => `m${i}@demo.test`);
  expect(outcomeTitle({ done, total }, english)).toBe(words);
});

test('French counts as French does', () => {
  expect(outcomeTitle({ done: ['a@demo.test'], total: 2 }, french)).toBe(
    'Règles copiées vers 1 boîte mail sur 2',
  );
});
