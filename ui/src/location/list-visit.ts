/**
 * What the list of mailboxes looked like when the person left it: what it was narrowed down to, and the row that they
 * went into, with its place in the window. It lasts as long as the page is open.
 */
type Visit = { search: string; row?: LeftRow | undefined };

export type LeftRow = { mailbox: string; top: number };

let visit: Visit = { search: '' };

/** Where the list is found, narrowed down as it was when it was last seen. */
export function mailboxListPath(): string {
  return visit.search === '' ? '/' : `/?${visit.search}`;
}

/** Keeps what the list is narrowed down to, as it stands in the page's address. */
export function rememberSearch(search: string): void {
  visit = { ...visit, search };
}

/** Keeps the row that the person goes into. */
export function rememberRow(mailbox: string, element: Element): void {
  // On "back" the browser would scroll to where the window was, which is another place while rows are not measured yet.
  history.scrollRestoration = 'manual';
  visit = { ...visit, row: { mailbox, top: element.getBoundingClientRect().top } };
}

/** The row to come back to; undefined where the person did not leave through a row. */
export function leftRow(): LeftRow | undefined {
  return visit.row;
}

/** Once it is found again, the row is one like all others. */
export function forgetRow(): void {
  history.scrollRestoration = 'auto';
  visit = { search: visit.search };
}
