import type { MailboxSummary } from '@email-firewall/contract';

type Named = Pick<MailboxSummary, 'mailbox' | 'domain' | 'isDefaultMailbox'>;

// The order of addresses is the same in every language.
const order = new Intl.Collator('en', { numeric: true });

/** Domain by domain, then by name, with numbers as numbers; the default mailbox, which few people use, comes last. */
export function inOrder<Mailbox extends Named>(mailboxes: readonly Mailbox[]): Mailbox[] {
  return mailboxes.toSorted(
    (a, b) =>
      Number(a.isDefaultMailbox) - Number(b.isDefaultMailbox) ||
      order.compare(a.domain, b.domain) ||
      order.compare(a.mailbox, b.mailbox),
  );
}

/** The domains that the mailboxes belong to, each once. */
export function domainsOf(mailboxes: readonly Pick<Named, 'domain'>[]): string[] {
  return [...new Set(mailboxes.map(({ domain }) => domain))].sort(order.compare);
}

/**
 * The mailboxes that are looked for.
 *
 * @param text words that must all stand in the mailbox's name, in any order and any case
 * @param domain nothing means all of them
 */
export function findMailboxes<Mailbox extends Pick<Named, 'mailbox' | 'domain'>>(
  mailboxes: readonly Mailbox[],
  { text, domain }: { text: string; domain: string },
): Mailbox[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return mailboxes.filter(
    (one) =>
      (domain === '' || one.domain === domain) &&
      words.every((word) => one.mailbox.toLowerCase().includes(word)),
  );
}
