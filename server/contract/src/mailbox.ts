import * as z from 'zod/mini';
import { limits } from './options.ts';

/**
 * A mailbox name: `local@domain` in lower case, or the bare name of a cPanel user, whose default mailbox it then is.
 * Space, control characters and `/` never occur.
 */
const mailboxPattern = /^[a-z0-9._+&'=~-]+(@[a-z0-9-]+(\.[a-z0-9-]+)*)?$/;

export const mailboxSchema = z
  .string()
  .check(
    z.maxLength(limits.mailboxLength),
    z.regex(
      mailboxPattern,
      'is not the name of a mailbox. Write it in full and in lower case (info@shop.example).',
    ),
  );

/** The domain of a mailbox, or an empty text for a bare user name. */
export function domainOf(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  return at < 0 ? '' : mailbox.slice(at + 1);
}
