import type { Event } from '@email-firewall/contract';
import type { Subject } from './checks.ts';

/** More rows would push the strangers out of sight. */
const mostLogins = 4;

/**
 * From where somebody logged in of late: each place once, with the last address and moment. The server's own logins, such
 * as those of webmail, are nobody's place.
 *
 * @param events logins, the newest first
 */
export function recentLogins(events: readonly Event[]): Subject[] {
  const places = new Map<string, Subject>();
  for (const event of events) {
    if (event.decidedBy?.kind === 'server') continue;
    const place = placeOf(event);
    if (places.has(place)) continue;
    const { address, facts, lastTime } = event;
    places.set(place, { id: `login ${place}`, kind: 'login', address, facts, lastSeen: lastTime });
  }
  return [...places.values()].slice(0, mostLogins);
}

/** A phone has a new address every day, from the same provider. */
function placeOf({ address, facts: { country, operator } }: Event): string {
  return country === undefined && operator === undefined ? address : `${country} ${operator?.asn}`;
}
