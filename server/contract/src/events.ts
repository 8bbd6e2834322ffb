import * as z from 'zod/mini';
import { decidedBySchema } from './decision.ts';
import { networkFactsSchema } from './facts.ts';
import { mailboxSchema } from './mailbox.ts';
import { limits, protocols } from './options.ts';
import { momentSchema, ruleSchema } from './policy.ts';

/**
 * What became of an attempt. `would-be-refused`: let in, since the mailbox is only watched. `let-in`: the firewall let
 * it pass, and nothing more is known. `logged-in` and `wrong-password`: it let it pass, and Dovecot's log says how it ended.
 */
export const outcomes = ['refused', 'would-be-refused', 'let-in', 'logged-in', 'wrong-password'] as const;
export type Outcome = (typeof outcomes)[number];

/** A decision, recorded. Attempts alike within a minute are one event. */
export const eventSchema = z.strictObject({
  /** Stays with the event, and tells nothing of others. */
  id: z.string(),
  mailbox: z.string(),
  outcome: z.enum(outcomes),
  protocol: z.enum(protocols),
  /** In its usual spelling. */
  address: z.string(),
  /** Of the first attempt. */
  time: momentSchema,
  /** Of the last attempt, less than a minute later. */
  lastTime: momentSchema,
  /** How many attempts. */
  count: z.number(),
  /** What was known of the address then. */
  facts: networkFactsSchema,
  decidedBy: z.optional(decidedBySchema),
  /** The rule that decided, as it stood then. */
  rule: z.optional(ruleSchema),
  /** The text that the mail program was told, or would have been. */
  reason: z.optional(z.string()),
});
export type Event = z.infer<typeof eventSchema>;

const filter = {
  /** Those of all the account's mailboxes, if left out. */
  mailbox: z.optional(mailboxSchema),
  /** Those of every outcome, if left out. */
  outcomes: z.optional(z.array(z.enum(outcomes)).check(z.minLength(1), z.maxLength(outcomes.length))),
  /** Events whose first attempt was made from this moment on ... */
  from: z.optional(momentSchema),
  /** ... and before this one. */
  to: z.optional(momentSchema),
  /** A part of the address, the mailbox, the reason or the operator's name, or the country's code; capitals do not count. */
  text: z.optional(z.string().check(z.maxLength(limits.queryLength))),
};

/** Minutes that a person's clock is ahead of UTC: 60 in Paris in winter. UTC, if left out. */
const utcOffsetMinutes = z.optional(
  z
    .number()
    .check(
      z.refine(
        (minutes) => Number.isInteger(minutes) && minutes % 15 === 0 && Math.abs(minutes) <= 24 * 60,
        'is not a number of minutes that clocks differ from UTC. Write a multiple of 15 (60).',
      ),
    ),
);

export const periods = ['hour', 'day'] as const;
export type Period = (typeof periods)[number];

/** How long a period is, in milliseconds. */
export const periodLength = { hour: 3_600_000, day: 86_400_000 } as const satisfies Record<Period, number>;

/** Attempts, by what became of them; `letIn` counts `let-in` and `logged-in`, and wrong passwords count nowhere. */
const counts = { refused: z.number(), letIn: z.number(), wouldBeRefused: z.number() };

const countryCountsSchema = z.strictObject({
  /** Left out for the attempts from where no country is known. */
  country: z.optional(z.string()),
  ...counts,
});
export type CountryCounts = z.infer<typeof countryCountsSchema>;

const bucketSchema = z.strictObject({ start: momentSchema, ...counts });
export type Bucket = z.infer<typeof bucketSchema>;

const mailboxCountsSchema = z.strictObject({
  mailbox: z.string(),
  /** Of each of the last seven days, the oldest first and today last. */
  refused: z.array(z.number()),
  wouldBeRefused: z.array(z.number()),
});
export type MailboxCounts = z.infer<typeof mailboxCountsSchema>;

/** The functions of the table that tell who tried to log in, and what happened. */
export const eventFunctions = {
  list_events: {
    request: z.strictObject({
      ...filter,
      /** From the answer before, for those that are older. */
      cursor: z.optional(z.string().check(z.maxLength(limits.cursorLength))),
      limit: z.optional(
        z
          .number()
          .check(
            z.refine(
              (count) => Number.isInteger(count) && count >= 1 && count <= limits.events,
              `is not a number of events. Write a whole number from 1 to ${limits.events}.`,
            ),
          ),
      ),
    }),
    /** The newest first. Fewer than asked for, or none, may come with a cursor: then older ones are still to be searched. */
    response: z.strictObject({
      events: z.array(eventSchema),
      cursor: z.optional(z.string()),
      /** Whether Dovecot's log is read, so that logins and wrong passwords are told apart. */
      isLogReadable: z.boolean(),
    }),
  },
  summarize_events: {
    request: z
      .strictObject({
        mailbox: filter.mailbox,
        from: momentSchema,
        to: momentSchema,
        by: z.enum(periods),
        utcOffsetMinutes,
      })
      .check(
        z.refine(
          ({ from, to, by }) => {
            const length = Date.parse(to) - Date.parse(from);
            return length > 0 && length <= limits.buckets * periodLength[by];
          },
          { path: ['to'], message: `must lie after "from", by at most ${limits.buckets} periods.` },
        ),
      ),
    /**
     * Every period that the time between touches, empty ones too, the oldest first; the countries of the most attempts
     * first. The first and last quarter of an hour count whole.
     */
    response: z.strictObject({ buckets: z.array(bucketSchema), countries: z.array(countryCountsSchema) }),
  },
  summarize_mailboxes: {
    request: z.strictObject({ utcOffsetMinutes }),
    /** All mailboxes of the account. */
    response: z.strictObject({ mailboxes: z.array(mailboxCountsSchema) }),
  },
  export_events: {
    request: z.strictObject(filter),
    response: z.strictObject({
      /** RFC 4180, with a line of names, the newest first; no field is a formula to a spreadsheet. */
      csv: z.string(),
      /** Whether there are older ones than the `limits.exportedEvents` that fit. */
      isCut: z.boolean(),
    }),
  },
} as const;
