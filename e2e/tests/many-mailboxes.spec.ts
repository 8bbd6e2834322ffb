import { demoMailboxes } from '../demo/account.ts';
import { call, onlyFrom, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';

const domains = ['shop.example', 'bakery.example', 'xn--caf-dma.example'];
const more = Array.from({ length: 996 }, (_, i) => `user${i}@${domains[i % domains.length]}`);

test.use({ mailboxes: more });

test('a demo can have a thousand mailboxes over several domains, each with rules of its own', async ({
  demo,
}) => {
  const { mailboxes } = await call(demo, 'list_mailboxes', {});
  expect(mailboxes.map(({ mailbox }) => mailbox).toSorted()).toEqual([...demoMailboxes, ...more].toSorted());
  expect(new Set(mailboxes.map(({ domain }) => domain))).toEqual(new Set(['demo.test', ...domains]));
  await setPolicy(demo, 'user995@xn--caf-dma.example', onlyFrom('90.12.34.56'));
});
