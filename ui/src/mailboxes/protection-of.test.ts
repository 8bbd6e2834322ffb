import type { MailboxSummary } from '@email-firewall/contract';
import { expect, test } from 'vitest';
import { english as i18n } from '../i18n/test-words.ts';
import { mailboxNamed, mailboxPath } from './mailbox-path.ts';
import { protectionOf } from './protection-of.ts';

const untouched: MailboxSummary = {
  mailbox: 'alice@demo.test',
  domain: 'demo.test',
  isDefaultMailbox: false,
  isReadable: true,
  mode: 'enforce',
  rules: 0,
  defaultAction: 'allow',
};

test.each<[Partial<MailboxSummary>, string]>([
  [{}, 'Not protected: Readable from anywhere with the password'],
  [{ rules: 2, defaultAction: 'block' }, 'Protected: 2 rules, otherwise blocked'],
  [{ rules: 1 }, 'Protected: 1 rule, otherwise allowed'],
  [{ defaultAction: 'block' }, 'Protected: no rules, everything is blocked'],
  [{ mode: 'monitor', rules: 2 }, 'Watching only: 2 rules, otherwise allowed; nothing is refused yet'],
  [{ mode: 'off' }, 'Off: no rules, everything is allowed; nothing is refused'],
  [
    { isReadable: false },
    'Not readable: The server cannot read the rules of this mailbox. Only your host’s support can repair that.',
  ],
])('%j is said in words', (summary, words) => {
  const { word, text } = protectionOf({ ...untouched, ...summary }, i18n);
  expect(`${word}: ${text}`).toBe(words);
});

test.each(["o'hara+news=x&y~z@demo.test", 'shop'])(
  '%s finds its way through the address of the page',
  (mailbox) => {
    expect(mailboxNamed(mailboxPath(mailbox).split('/')[2] ?? '')).toBe(mailbox);
  },
);

test('an address that somebody broke by hand names no mailbox, and breaks nothing', () => {
  expect(mailboxNamed('%E0%A4%A')).toBe('%E0%A4%A');
});
