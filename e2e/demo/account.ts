/** The hosting account of the demo: whom the stand-ins for cPanel and its Dovecot know. */
export const demoAccount = {
  account: 'demo',
  domains: ['demo.test'],
  mailboxes: ['alice@demo.test', 'bob@demo.test', 'info@demo.test', 'shop@demo.test'],
} as const;

/** Opens every mailbox of the demo. */
export const demoPassword = 'demo';
