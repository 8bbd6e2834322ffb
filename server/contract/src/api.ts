import * as z from 'zod/mini';
import { parseAddress } from './address.ts';
import { countrySchema } from './countries.ts';
import { dataSourceSchema, operatorNameSchema, providerSchema, strangerKinds } from './data.ts';
import { decisionSchema } from './decision.ts';
import { eventFunctions } from './events.ts';
import { networkFactsSchema } from './facts.ts';
import { mailboxSchema } from './mailbox.ts';
import { actions, limits, modes, protocols } from './options.ts';
import { outlineStepSchema } from './outline.ts';
import { asnSchema, momentSchema, policySchema, policySettingsSchema } from './policy.ts';

const addressSchema = z
  .string()
  .check(
    z.refine(
      (text) => parseAddress(text) !== undefined,
      'is not an address. Write it like 203.0.113.7 or 2001:db8::7.',
    ),
  );

const mailboxSummarySchema = z.strictObject({
  mailbox: mailboxSchema,
  /** The domain to file it under; for the default mailbox, the account's main domain. */
  domain: z.string(),
  isDefaultMailbox: z.boolean(),
  /** False where the policy's file cannot be read: then only the server's administrator can help. */
  isReadable: z.boolean(),
  /** The one that stands; a copy onto this mailbox is made on it. */
  revision: z.number(),
  mode: z.enum(modes),
  rules: z.number(),
  defaultAction: z.enum(actions),
  /** What its rules amount to now: `limits.outlineSteps` steps at most, each naming `limits.outlineItems` things at most. */
  outline: z.array(outlineStepSchema),
});
export type MailboxSummary = z.infer<typeof mailboxSummarySchema>;

/** Why one of several mailboxes kept its rules; each is also an error's code. */
export const copyFailures = [
  'mailbox_not_found',
  'stale_revision',
  'policy_unreadable',
  'storage_failed',
] as const satisfies readonly ErrorCode[];
export type CopyFailure = (typeof copyFailures)[number];

const attemptSchema = z.strictObject({
  address: addressSchema,
  protocol: z.enum(protocols),
  /** When the attempt is made; now, if left out. */
  time: z.optional(momentSchema),
});

/**
 * Every function that crosses the border between page and server, with the schemas of what goes in and out. Express
 * serves each as `POST /api/<name>`, cPanel's UAPI as `EmailFirewall::<name>`.
 */
export const apiFunctions = {
  list_mailboxes: {
    request: z.strictObject({}),
    response: z.strictObject({ mailboxes: z.array(mailboxSummarySchema) }),
  },
  get_policy: {
    request: z.strictObject({ mailbox: mailboxSchema }),
    response: z.strictObject({ policy: policySchema }),
  },
  save_policy: {
    /** `revision` is the one the change was made on; an older one is refused with `stale_revision`. */
    request: z.strictObject({ mailbox: mailboxSchema, revision: z.number(), policy: policySettingsSchema }),
    response: z.strictObject({ policy: policySchema }),
  },
  evaluate: {
    /** Decides as the mailbox's stored policy would, or as `policy` would. */
    request: z.strictObject({
      mailbox: mailboxSchema,
      ...attemptSchema.shape,
      policy: z.optional(policySettingsSchema),
    }),
    response: z.strictObject({ decision: decisionSchema, facts: networkFactsSchema }),
  },
  evaluate_several: {
    /** Like `evaluate`, for several attempts at once, without the traces. */
    request: z.strictObject({
      mailbox: mailboxSchema,
      attempts: z.array(attemptSchema).check(z.maxLength(limits.attempts)),
      policy: z.optional(policySettingsSchema),
    }),
    /** In the order of the attempts. */
    response: z.strictObject({
      results: z.array(z.strictObject({ decision: decisionSchema, facts: networkFactsSchema })),
    }),
  },
  copy_policy: {
    /**
     * Puts what is set for one mailbox, at that revision, in place of what is set for others, each at the revision that
     * is named; a mailbox that has another by now is left as it is. Onto itself a copy changes nothing.
     */
    request: z.strictObject({
      mailbox: mailboxSchema,
      revision: z.number(),
      to: z
        .array(z.strictObject({ mailbox: mailboxSchema, revision: z.number() }))
        .check(z.minLength(1), z.maxLength(limits.copies)),
    }),
    /** In the order asked for; `failure` where nothing was changed. */
    response: z.strictObject({
      results: z.array(z.strictObject({ mailbox: mailboxSchema, failure: z.optional(z.enum(copyFailures)) })),
    }),
  },
  look_up_address: {
    request: z.strictObject({ address: addressSchema }),
    response: z.strictObject({ facts: networkFactsSchema }),
  },
  whoami: {
    request: z.strictObject({}),
    /** The address that the person's browser comes from, where the hosting panel tells it. */
    response: z.strictObject({ address: z.optional(z.string()), facts: networkFactsSchema }),
  },
  list_countries: {
    request: z.strictObject({}),
    /** Codes alone: a browser knows the names, in every language. */
    response: z.strictObject({
      countries: z.array(z.string()),
      groups: z.array(z.strictObject({ id: z.string(), countries: z.array(z.string()) })),
    }),
  },
  search_providers: {
    /** A name, a part of it, or an AS number; nothing gives suggestions. `country` comes first, and is the person's own if left out. */
    request: z.strictObject({
      query: z.string().check(z.maxLength(limits.queryLength)),
      country: z.optional(countrySchema),
    }),
    response: z.strictObject({ providers: z.array(providerSchema) }),
  },
  name_operators: {
    request: z.strictObject({ asns: z.array(asnSchema).check(z.maxLength(limits.asnsPerRule)) }),
    /** Those that the register knows. */
    response: z.strictObject({ operators: z.array(operatorNameSchema) }),
  },
  list_strangers: {
    request: z.strictObject({}),
    /** An address of each kind, as far as the data in force know one; a home is in another country than the person. */
    response: z.strictObject({
      strangers: z.array(
        z.strictObject({ kind: z.enum(strangerKinds), address: z.string(), facts: networkFactsSchema }),
      ),
    }),
  },
  data_status: {
    request: z.strictObject({}),
    /** The sources of network facts in force, and those that are there and cannot be used. */
    response: z.strictObject({ sources: z.array(dataSourceSchema) }),
  },
  ...eventFunctions,
} as const;

export type ApiName = keyof typeof apiFunctions;
export type ApiRequest<Name extends ApiName> = z.infer<(typeof apiFunctions)[Name]['request']>;
export type ApiResponse<Name extends ApiName> = z.infer<(typeof apiFunctions)[Name]['response']>;

/** Whether the text names a function of the table. */
export function isApiName(name: string): name is ApiName {
  return Object.hasOwn(apiFunctions, name);
}

/** Every way a request can fail, with the HTTP status it is answered with. */
export const errorStatus = {
  invalid_request: 400,
  not_signed_in: 401,
  forbidden_origin: 403,
  unknown_function: 404,
  mailbox_not_found: 404,
  stale_revision: 409,
  too_large: 413,
  internal: 500,
  storage_failed: 503,
  policy_unreadable: 503,
  service_unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

const errorCodes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

export const apiErrorSchema = z.strictObject({
  /** Stands in the server's log beside the detail. */
  id: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
  /** With `stale_revision`: the policy as it stands now. */
  policy: z.optional(policySchema),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

/** The body of every answer that is not a success. */
export const errorBodySchema = z.strictObject({ error: apiErrorSchema });
