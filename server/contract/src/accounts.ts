import * as z from 'zod/mini';

/**
 * Who owns what, as the installed plugin (or the demo) writes it for the service: a cPanel user, its domains with the
 * main one first, and its mailboxes. A default mailbox is named like its user.
 */
export const accountsFileSchema = z.strictObject({
  accounts: z.array(
    z.strictObject({
      account: z.string(),
      domains: z.array(z.string()),
      mailboxes: z.array(z.string()),
    }),
  ),
});
export type Account = z.infer<typeof accountsFileSchema>['accounts'][number];
