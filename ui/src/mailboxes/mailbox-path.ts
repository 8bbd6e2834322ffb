/** Where the rules of a mailbox are found in the page. */
export function mailboxPath(mailbox: string): string {
  return `/mailboxes/${encodeURIComponent(mailbox)}`;
}

/** Where one rule of a mailbox is found. */
export function rulePath(mailbox: string, ruleId: string): string {
  return `${mailboxPath(mailbox)}?rule=${encodeURIComponent(ruleId)}`;
}

/** The mailbox that a part of the page's address names. */
export function mailboxNamed(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Somebody changed the address by hand: it then names no mailbox, and the server says so.
    return part;
  }
}

/** Where the rules of one mailbox are copied to others; the page asks which, where none is named. */
export function protectSeveralPath(from?: string): string {
  return from === undefined ? '/protect-several' : `/protect-several?from=${encodeURIComponent(from)}`;
}
