import type { MailboxSummary, OutlineItem } from '@email-firewall/contract';

// For tests: mailboxes as the server tells of them.

/** A mailbox for which nothing was ever set, but for what is named. */
export function mailboxWith(given: Partial<MailboxSummary> = {}): MailboxSummary {
  const { mailbox = 'alice@demo.test' } = given;
  return {
    mailbox,
    domain: mailbox.split('@')[1] ?? 'demo.test',
    isDefaultMailbox: false,
    isReadable: true,
    revision: 0,
    mode: 'enforce',
    rules: 0,
    defaultAction: 'allow',
    outline: [],
    ...given,
  };
}

/** What a rule that lets in these countries, and a default action that blocks, come to. */
export function onlyFrom(...countries: string[]): Partial<MailboxSummary> {
  const items = countries.map((country): OutlineItem => ({ kind: 'country', country }));
  return { revision: 1, rules: 1, defaultAction: 'block', outline: [{ action: 'allow', items, more: 0 }] };
}
