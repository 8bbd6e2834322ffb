import type { NewEvent } from '../../src/events/index.ts';
import { cast } from './cast.ts';

/** 2026-11-24T12:00:00Z */
export const noon = Date.UTC(2026, 10, 24, 12);

/** A refusal of a rented server by the default action at noon, but for what is said otherwise. */
export function newEvent(more: Partial<NewEvent> = {}): NewEvent {
  return {
    account: 'demo',
    mailbox: 'alice@demo.test',
    outcome: 'refused',
    protocol: 'imap',
    time: noon,
    ...cast['a rented server'],
    decidedBy: { kind: 'default' },
    reason: 'Access denied by email firewall default action',
    ...more,
  };
}
