import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomes } from '@email-firewall/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newEvent, noon } from '../../../test/support/events.ts';
import type { NewEvent } from '../new-event.ts';
import { openEventStore } from './event-store.ts';

const minute = 60_000;

// Both accounts have had a mailbox of the same name, as when a domain moves from one to the other.
const account = fc.constantFrom<string[]>('demo', 'other', '');
const mailbox = fc.constantFrom<string[]>('alice@demo.test', 'info@demo.test', 'info@other.test', 'demo');
const outcome = fc.constantFrom(...outcomes);

const event = fc
  .record({
    account,
    mailbox,
    outcome,
    minutes: fc.nat(20),
    address: fc.constantFrom('192.0.2.1', '2001:db8::7'),
  })
  .map(({ minutes, ...more }) => newEvent({ ...more, time: noon + minutes * minute }));

const filter = fc.record(
  {
    outcomes: fc.uniqueArray(outcome, { minLength: 1 }),
    from: fc.nat(20).map((minutes) => noon + minutes * minute),
    to: fc.nat(20).map((minutes) => noon + minutes * minute),
    text: fc.constantFrom('192', 'info', 'other', 'demo', '', 'hetzner', "' OR 1=1 --", '%'),
  },
  { requiredKeys: [] },
);

const cursor = fc.option(fc.maxSafeNat(), { nil: undefined });

it('an account is told of its own mailboxes alone, by whatever filter and cursor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'email-firewall-tenancy-'));
  let round = 0;
  try {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        account,
        fc.uniqueArray(mailbox),
        filter,
        cursor,
        fc.integer({ min: 1, max: 10 }),
        (events, asking, mailboxes, asked, start, limit) => {
          const store = openEventStore({
            file: join(folder, `${round++}.sqlite`),
            retention: { maxAge: 1e12, maxBytes: 1e12 },
            onDamage: () => {},
            now: () => noon,
          });
          store.append(events);
          const own = events.filter((each) => each.account === asking && mailboxes.includes(each.mailbox));
          const isMeant = ({ time, outcome: became }: NewEvent) =>
            time >= (asked.from ?? 0) &&
            time < (asked.to ?? Number.POSITIVE_INFINITY) &&
            (asked.outcomes ?? outcomes).includes(became);

          let attempts = 0;
          let before = start;
          do {
            const found = store.search({ account: asking, mailboxes, ...asked, before, limit });
            for (const told of found.events) {
              attempts += told.count;
              expect(
                own
                  .filter(isMeant)
                  .some(
                    (each) =>
                      each.mailbox === told.mailbox &&
                      each.address === told.address &&
                      each.outcome === told.outcome &&
                      new Date(each.time).toISOString() === told.time,
                  ),
              ).toBe(true);
            }
            before = found.before;
          } while (before !== undefined);
          // And of all of them, where nothing narrows the question.
          if (start === undefined && !asked.text) expect(attempts).toBe(own.filter(isMeant).length);

          const span = { from: 0, to: 2 * noon, period: minute, offset: 0 };
          const sums = store.sums({ account: asking, mailboxes, ...span });
          expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
          store.close();
        },
      ),
      { numRuns: 150 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
