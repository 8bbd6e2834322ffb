import type { Event } from '@email-firewall/contract';

// For tests: events as the server tells of them.

/** A refusal by the default action of somebody in Germany, but for what is named. */
export function eventWith(given: Partial<Event> = {}): Event {
  const { time = '2026-11-25T09:00:00.000Z' } = given;
  return {
    id: 'e1',
    mailbox: 'alice@demo.test',
    outcome: 'refused',
    protocol: 'imap',
    address: '88.198.0.7',
    time,
    lastTime: time,
    count: 1,
    facts: { country: 'DE', operator: { asn: 24940, name: 'HETZNER-AS' }, network: 'hosting' },
    decidedBy: { kind: 'default' },
    reason: 'Access denied by email firewall default action',
    ...given,
  };
}

/** Events of one minute after another, the newest first, each called by its minute. */
export function eventsAt(...minutes: number[]): Event[] {
  return minutes.map((minute) => {
    const time = new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString();
    return eventWith({ id: String(minute), time });
  });
}
