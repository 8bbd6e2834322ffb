/** What a list of attempts can be narrowed down to, as it stands in the page's address. */
export type ActivitySearch = { show?: 'refused' | 'let-in' | 'would-be'; span?: string; q?: string };

/** Where the attempts to log in are found: those of one mailbox, or of all. */
export function activityPath(mailbox?: string, search: ActivitySearch = {}): string {
  const path = mailbox === undefined ? '/activity' : `/mailboxes/${encodeURIComponent(mailbox)}/activity`;
  const query = new URLSearchParams(search).toString();
  return query === '' ? path : `${path}?${query}`;
}
