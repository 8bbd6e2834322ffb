import { type Account, domainOf } from '@email-firewall/contract';

/** The mailboxes of the demo that have a mail store, so that mail programs can log in to them. */
export const demoMailboxes = ['alice@demo.test', 'bob@demo.test', 'info@demo.test', 'shop@demo.test'];

/** Opens every mailbox of the demo. */
export const demoPassword = 'demo';

/**
 * The hosting account of the demo: whom the stand-ins for cPanel and its Dovecot know.
 *
 * @param more mailboxes beside the four, of any domain; the page shows them, but there is no mail in them
 */
export function demoAccount(more: readonly string[] = []): Account {
  const mailboxes = [...demoMailboxes, ...more];
  return { account: 'demo', domains: [...new Set(mailboxes.map(domainOf))], mailboxes };
}
