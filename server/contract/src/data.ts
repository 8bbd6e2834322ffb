import * as z from 'zod/mini';
import { networkKinds } from './options.ts';

/** Where a source of network facts comes from: the administrator's own, the updater's, or installed with the service. */
export const dataOrigins = ['own', 'updated', 'embedded'] as const;
export type DataOrigin = (typeof dataOrigins)[number];

/** The facts that a source may know. */
export const factNames = ['country', 'operator', 'network'] as const;
export type FactName = (typeof factNames)[number];

/** From this age on, in days, data are said to be old: address blocks change hands all the time. */
export const staleAfterDays = 45;

export const dataSourceSchema = z.strictObject({
  id: z.string(),
  /** As its maker calls it. */
  name: z.string(),
  origin: z.enum(dataOrigins),
  gives: z.array(z.enum(factNames)),
  /** For a list of networks, their kinds. */
  networks: z.optional(z.array(z.enum(networkKinds))),
  /** When its maker made it. */
  date: z.string(),
  isStale: z.boolean(),
  /** False where another source is preferred. */
  isInUse: z.boolean(),
  /** True where a newer file is there that cannot be read; the administrator's log says why. */
  hasFault: z.boolean(),
  licence: z.optional(z.string()),
  /** What its licence asks to be shown wherever it is used. */
  attribution: z.optional(z.strictObject({ text: z.string(), url: z.string() })),
});
export type DataSource = z.infer<typeof dataSourceSchema>;

/** A network operator as people know it; often several AS numbers. */
export const providerSchema = z.strictObject({
  name: z.string(),
  country: z.optional(z.string()),
  operators: z.array(z.strictObject({ asn: z.number(), name: z.string(), country: z.optional(z.string()) })),
});
export type Provider = z.infer<typeof providerSchema>;

/** A network operator under the number it announces. */
export const operatorNameSchema = z.strictObject({
  asn: z.number(),
  /** As the register has it. */
  name: z.string(),
  /** The provider as people know it. */
  provider: z.string(),
});
export type OperatorName = z.infer<typeof operatorNameSchema>;

/** Typical strangers, to try rules on. */
export const strangerKinds = ['server', 'vpn', 'tor', 'home'] as const;
export type StrangerKind = (typeof strangerKinds)[number];
