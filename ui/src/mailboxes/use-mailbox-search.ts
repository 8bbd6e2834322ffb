import type { MailboxSummary } from '@email-firewall/contract';
import { useMemo } from 'react';
import { useUrlTexts } from '../location/use-url-texts.ts';
import { domainsOf, findMailboxes, inOrder } from './find-mailboxes.ts';

export type MailboxSearch = ReturnType<typeof useMailboxSearch>;

/** Finds mailboxes by what stands in the page's address: `q`, a part of the name, and `domain`. */
export function useMailboxSearch(mailboxes: readonly MailboxSummary[]) {
  const [textOf, change] = useUrlTexts();
  const text = textOf('q');
  const wanted = textOf('domain');
  const sorted = useMemo(() => inOrder(mailboxes), [mailboxes]);
  const domains = useMemo(() => domainsOf(mailboxes), [mailboxes]);
  // A bookmark may name a domain that is gone; the menu then says "all", and all is what is shown.
  const domain = domains.length > 1 && domains.includes(wanted) ? wanted : '';
  const found = useMemo(() => findMailboxes(sorted, { text, domain }), [sorted, text, domain]);
  return {
    text,
    /** Typing is no step: "back" would go through the letters. */
    setText: (q: string) => change({ q }),
    domain,
    setDomain: (chosen: string) => change({ domain: chosen }, { isStep: true }),
    domains,
    /** All, and those that are looked for. */
    total: mailboxes.length,
    found,
    isNarrowed: text.trim() !== '' || domain !== '',
    clear: () => change({ q: '', domain: '' }),
  };
}
