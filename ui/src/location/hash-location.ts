import { useSyncExternalStore } from 'react';

/**
 * The page's own places stand behind the "#", query and all (`#/mailboxes/info%40shop.example?test=192.0.2.7`): what
 * stands before it belongs to the host page.
 */

/** Told by this page alone: a `hashchange` of our making would be heard by the host page, too. */
const moved = 'email-firewall-moved';

const news = ['hashchange', 'popstate', moved];

function subscribe(listener: () => void): () => void {
  for (const event of news) addEventListener(event, listener);
  return () => {
    for (const event of news) removeEventListener(event, listener);
  };
}

let lastPlace = { path: '/', search: '' };

function currentPlace(): { path: string; search: string } {
  const { hash } = location;
  // Any other ("#content") is a link of the host page's to a part of itself.
  if (hash === '' || hash.startsWith('#/')) {
    const [path = '', ...search] = hash.replace(/^#?\/*/, '').split('?');
    lastPlace = { path: `/${path}`, search: search.join('?') };
  }
  return lastPlace;
}

/** Goes to a place of the page. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const url = `#${to}`;
  if (location.hash === url) return;
  if (replace) history.replaceState(history.state, '', url);
  else history.pushState(null, '', url);
  // Neither call tells anybody by itself.
  dispatchEvent(new Event(moved));
}

/** The router's way to read and change the place. */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => currentPlace().path), navigate];
}

/** What stands behind the "?", just as it is written: the router decodes it once already, and a "%" in it would be lost. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => currentPlace().search);
}

/** How the router writes a place into a link. */
useHashLocation.hrefs = (href: string) => `#${href}`;
