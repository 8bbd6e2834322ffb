import { describe, expect, test } from 'vitest';
import { domainsOf, findMailboxes, inOrder } from './find-mailboxes.ts';
import { mailboxWith } from './test-mailboxes.ts';

const mailboxes = [
  mailboxWith({ mailbox: 'shop', domain: 'a.test', isDefaultMailbox: true }),
  ...['user10@b.test', 'user2@b.test', 'Info@a.test', 'orders@b.test'].map((mailbox) =>
    mailboxWith({ mailbox }),
  ),
];

function names(found: readonly { mailbox: string }[]): string[] {
  return found.map(({ mailbox }) => mailbox);
}

describe('the order of mailboxes', () => {
  test('is by domain, then by name, numbers as numbers, the default mailbox last', () => {
    expect(names(inOrder(mailboxes))).toEqual([
      'Info@a.test',
      'orders@b.test',
      'user2@b.test',
      'user10@b.test',
      'shop',
    ]);
  });

  test('domains are named once each, in their order', () => {
    expect(domainsOf(mailboxes)).toEqual(['a.test', 'b.test']);
  });
});

describe('looking for mailboxes', () => {
  test('nothing looked for finds all', () => {
    expect(findMailboxes(mailboxes, { text: '  ', domain: '' })).toHaveLength(5);
  });

  test('a part of the name is enough, in any case', () => {
    expect(names(findMailboxes(mailboxes, { text: 'iNFO', domain: '' }))).toEqual(['Info@a.test']);
  });

  test('of several words, all must stand in it, in any order', () => {
    expect(names(findMailboxes(mailboxes, { text: 'b.test user1', domain: '' }))).toEqual(['user10@b.test']);
  });

  test('a domain holds its default mailbox as well', () => {
    expect(names(findMailboxes(mailboxes, { text: '', domain: 'a.test' }))).toEqual(['shop', 'Info@a.test']);
  });

  test('what nothing fits finds nothing', () => {
    expect(findMailboxes(mailboxes, { text: 'user', domain: 'a.test' })).toEqual([]);
  });
});
