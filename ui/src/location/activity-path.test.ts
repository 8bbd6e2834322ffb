import { expect, test } from 'vitest';
import { activityPath } from './activity-path.ts';

test('the activity of all mailboxes has a place of its own', () => {
  expect(activityPath()).toBe('/activity');
});

test('the activity of a mailbox stands below its rules, narrowed down or not', () => {
  expect(activityPath("o'neil+news@shop.example")).toBe("/mailboxes/o'neil%2Bnews%40shop.example/activity");
  expect(activityPath('shop', { show: 'refused', q: 'Orange SA' })).toBe(
    '/mailboxes/shop/activity?show=refused&q=Orange+SA',
  );
});
