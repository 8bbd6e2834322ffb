import { expect, test } from 'vitest';
import { mailboxNamed, mailboxPath, protectSeveralPath } from './mailbox-path.ts';

test.each(["o'hara+news=x&y~z@demo.test", 'shop'])(
  '%s finds its way through the address of the page',
  (mailbox) => {
    expect(mailboxNamed(mailboxPath(mailbox).split('/')[2] ?? '')).toBe(mailbox);
  },
);

test('an address that somebody broke by hand names no mailbox, and breaks nothing', () => {
  expect(mailboxNamed('%E0%A4%A')).toBe('%E0%A4%A');
});

test('a mailbox can be named whose rules are to be copied', () => {
  const [, query] = protectSeveralPath('a+b&c@demo.test').split('?');
  expect(new URLSearchParams(query).get('from')).toBe('a+b&c@demo.test');
  expect(protectSeveralPath()).toBe('/protect-several');
});
