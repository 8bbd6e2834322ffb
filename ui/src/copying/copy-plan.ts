import type { MailboxSummary } from '@email-firewall/contract';

/** Why a mailbox cannot be given other rules now: it is where they come from, its own cannot be read, or are not saved. */
export type Obstacle = 'source' | 'unreadable' | 'unsaved';

/** Whether anything is set for a mailbox: only then there is something to copy, and something to lose. */
export function hasOwnRules({
  rules,
  defaultAction,
}: Pick<MailboxSummary, 'rules' | 'defaultAction'>): boolean {
  return rules > 0 || defaultAction === 'block';
}

/** The mailboxes whose rules can be copied. */
export function sourcesAmong(mailboxes: readonly MailboxSummary[]): MailboxSummary[] {
  return mailboxes.filter((one) => one.isReadable && hasOwnRules(one));
}

/** The mailbox whose rules are meant where nobody says which: the only one that has any. */
export function onlySource(sources: readonly MailboxSummary[]): MailboxSummary | undefined {
  return sources.length === 1 ? sources[0] : undefined;
}

/**
 * What stands in the way of copying onto a mailbox.
 *
 * @param unsaved the mailboxes with changes that could not be saved: a copy would be made over them unseen
 */
export function obstacleTo(
  { mailbox, isReadable }: Pick<MailboxSummary, 'mailbox' | 'isReadable'>,
  { source, unsaved }: { source: Pick<MailboxSummary, 'mailbox'> | undefined; unsaved: readonly string[] },
): Obstacle | undefined {
  if (mailbox === source?.mailbox) return 'source';
  if (!isReadable) return 'unreadable';
  return unsaved.includes(mailbox) ? 'unsaved' : undefined;
}

/** Whether one mailbox's summary now reads like the other's. What a copy made the same does. */
export function readsAlike(one: MailboxSummary, other: MailboxSummary): boolean {
  return essence(one) === essence(other);
}

function essence({ mode, rules, defaultAction, outline }: MailboxSummary): string {
  return JSON.stringify([mode, rules, defaultAction, outline]);
}
