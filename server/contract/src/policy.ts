import * as z from 'zod/mini';
import { parseAddressRange } from './address.ts';
import { countrySchema } from './countries.ts';
import { mailboxSchema } from './mailbox.ts';
import { actions, alwaysWatched, limits, modes, networkKinds, protocols } from './options.ts';

const rangeSchema = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseAddressRange(text);
    if (parsed) return parsed.text;
    context.issues.push({
      code: 'custom',
      input: text,
      message:
        'is not a range of addresses. Write one address (10.0.0.7), a block (10.0.0.0/24) or first-last (10.0.0.1-10.0.0.9).',
    });
    return z.NEVER;
  }),
);

const maxAsn = 2 ** 32 - 1; // RFC 6793

export const asnSchema = z
  .number()
  .check(
    z.refine(
      (asn) => Number.isInteger(asn) && asn >= 1 && asn <= maxAsn,
      'is not an AS number. Write a whole number from 1 to 4294967295 (3215).',
    ),
  );

const addressConditionSchema = z.strictObject({
  kind: z.literal('address'),
  ranges: z.array(rangeSchema).check(z.minLength(1), z.maxLength(limits.rangesPerRule)),
});
const countryConditionSchema = z.strictObject({
  kind: z.literal('country'),
  countries: z.array(countrySchema).check(z.minLength(1), z.maxLength(limits.countriesPerRule)),
});
const operatorConditionSchema = z.strictObject({
  kind: z.literal('operator'),
  asns: z.array(asnSchema).check(z.minLength(1), z.maxLength(limits.asnsPerRule)),
});
const networkConditionSchema = z.strictObject({
  kind: z.literal('network'),
  networks: z.array(z.enum(networkKinds)).check(z.minLength(1), z.maxLength(networkKinds.length)),
});

export const conditionSchema = z.discriminatedUnion('kind', [
  addressConditionSchema,
  countryConditionSchema,
  operatorConditionSchema,
  networkConditionSchema,
]);
export type Condition = z.infer<typeof conditionSchema>;
export type AddressCondition = z.infer<typeof addressConditionSchema>;
export type CountryCondition = z.infer<typeof countryConditionSchema>;
export type OperatorCondition = z.infer<typeof operatorConditionSchema>;
export type NetworkCondition = z.infer<typeof networkConditionSchema>;

/** A moment in UTC, as `Date.prototype.toISOString` writes it. */
export const momentSchema = z.iso.datetime();

export const ruleSchema = z.strictObject({
  /** Stays with the rule while it moves; the page makes it up. */
  id: z
    .string()
    .check(
      z.maxLength(limits.ruleIdLength),
      z.regex(/^[A-Za-z0-9_-]+$/, 'is not a rule id. Use letters, digits, "-" and "_".'),
    ),
  action: z.enum(actions),
  condition: conditionSchema,
  note: z.optional(z.string().check(z.maxLength(limits.noteLength))),
  enabled: z.boolean(),
  /** From this moment on the rule is passed over. */
  expiresAt: z.optional(momentSchema),
});
export type Rule = z.infer<typeof ruleSchema>;

const settings = {
  mode: z.enum(modes),
  protocols: z.array(z.enum(protocols)).check(
    z.maxLength(protocols.length),
    z.refine((watched) => alwaysWatched.every((protocol) => watched.includes(protocol)), {
      message: 'must name imap and pop3: these are always watched.',
    }),
  ),
  rules: z.array(ruleSchema).check(
    z.maxLength(limits.rules),
    z.refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, {
      message: 'hold the same rule id twice. Give each rule its own id.',
    }),
  ),
  defaultAction: z.enum(actions),
};

/** What a person sets for a mailbox. */
export const policySettingsSchema = z.strictObject(settings);
export type PolicySettings = z.infer<typeof policySettingsSchema>;

/** A policy as it is stored, one file for each mailbox. */
export const policySchema = z.strictObject({
  mailbox: mailboxSchema,
  ...settings,
  /** Counts the saves; 0 where none was ever made. */
  revision: z
    .number()
    .check(z.refine((n) => Number.isInteger(n) && n >= 0, 'is not a whole number from 0 up.')),
  updatedAt: z.nullable(momentSchema),
  /** The account whose save this is. */
  updatedBy: z.nullable(z.string().check(z.maxLength(limits.mailboxLength))),
});
export type Policy = z.infer<typeof policySchema>;

/** The policy of a mailbox for which none was ever saved: it lets everyone in. */
export function emptyPolicy(mailbox: string): Policy {
  return {
    mailbox,
    mode: 'enforce',
    protocols: [...alwaysWatched],
    rules: [],
    defaultAction: 'allow',
    revision: 0,
    updatedAt: null,
    updatedBy: null,
  };
}
