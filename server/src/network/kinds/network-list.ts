import { networkKinds, parseAddressRange } from '@email-firewall/contract';
import * as z from 'zod/mini';

/** A list of networks of one kind, as the updater writes it beside the databases: one JSON file for each source. */
export const networkListSchema = z.strictObject({
  /** Of the source in the settings; also the file's name. */
  id: z.string(),
  /** For people: "Tor exits". */
  name: z.string(),
  url: z.string(),
  licence: z.optional(z.string()),
  network: z.enum(networkKinds),
  /** When its publisher made it, or else when it was fetched. */
  date: z.iso.datetime(),
  /** Each in a spelling that `parseAddressRange` reads. */
  ranges: z.array(
    z
      .string()
      .check(z.refine((text) => parseAddressRange(text) !== undefined, 'is not a range of addresses.')),
  ),
  asns: z.array(z.number()),
});
export type NetworkList = z.infer<typeof networkListSchema>;
