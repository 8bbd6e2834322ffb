import { useEffect, useState } from 'react';
import { forgetRow, type LeftRow, leftRow } from '../location/list-visit.ts';
import { scrollBy } from './rows/scroll-by.ts';

/** The id in the document of the link into a mailbox. */
export function mailboxLinkId(mailbox: string): string {
  return `ef-mailbox-${mailbox}`;
}

/**
 * Brings a person who comes back to the list to the row they left through: to the same place in the window, with the
 * focus on its link. Returns that row, which has to be drawn for it.
 */
export function useReturnToRow(): LeftRow | undefined {
  const [row] = useState(leftRow);
  // After the heading's own effect, which has put the focus to the top of the page.
  useEffect(() => {
    const link = row && document.getElementById(mailboxLinkId(row.mailbox));
    if (!link) return;
    forgetRow();
    link.focus({ preventScroll: true });
    bringTo(link, row.top, settling);
  }, [row]);
  return row;
}

/** In so many frames the rows around it are drawn and measured, which moves it. */
const settling = 5;

function bringTo(link: HTMLElement, top: number, frames: number): void {
  scrollBy(link, link.getBoundingClientRect().top - top);
  if (frames > 0) requestAnimationFrame(() => bringTo(link, top, frames - 1));
}
