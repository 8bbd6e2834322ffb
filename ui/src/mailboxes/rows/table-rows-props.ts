import type { MailboxSummary } from '@email-firewall/contract';
import type { ReactNode } from 'react';
import type { RowPlace } from './row-place.ts';

export type TableRowsProps = {
  mailboxes: readonly MailboxSummary[];
  columns: number;
  className: string;
  /** A mailbox whose row has to be there at once, wherever it is. */
  wanted?: string | undefined;
  /** Draws the row of a mailbox, as a `tr` with this place. */
  children: (mailbox: MailboxSummary, place: RowPlace) => ReactNode;
};
