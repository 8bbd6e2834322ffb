import * as z from 'zod/mini';
import { networkKinds } from './options.ts';

/** What the network databases know of an address. What is absent is unknown. */
export const networkFactsSchema = z.strictObject({
  /** ISO 3166-1 alpha-2 */
  country: z.optional(z.string()),
  operator: z.optional(z.strictObject({ asn: z.number(), name: z.string() })),
  network: z.optional(z.enum(networkKinds)),
});
export type NetworkFacts = z.infer<typeof networkFactsSchema>;
