import { factNames, networkKinds } from '@email-firewall/contract';
import * as z from 'zod/mini';

const common = {
  /** Also the name of its file in the data folder. */
  id: z
    .string()
    .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not the id of a source. Use a-z, 0-9 and "-".')),
  /** For people: "Tor exits". */
  name: z.string(),
  /** http or https. `{YYYY-MM}` is this month and, where that is not there yet, the month before. */
  url: z.string().check(z.regex(/^https?:\/\//, 'is not an address of the web. Write https://…')),
  licence: z.optional(z.string()),
  /** HTTP's basic authentication; the password stands in a file of its own, which only the service's user can read. */
  login: z.optional(z.strictObject({ user: z.string(), passwordFile: z.string() })),
  /** Bytes at most, also once unpacked; left out, 256 MB. */
  maxBytes: z.optional(z.number()),
  /** Seconds at most for the whole transfer; left out, 300. */
  timeoutSeconds: z.optional(z.number()),
};

/** Somewhere to fetch network data from, as an administrator writes it in the settings. */
export const sourceSchema = z.discriminatedUnion('format', [
  /** A database in MaxMind's format, plain, as `.gz` or in a `.tar.gz`. */
  z.strictObject({ ...common, format: z.literal('mmdb'), gives: z.enum(factNames) }),
  z.strictObject({
    ...common,
    /**
     * `ranges`: a range a line, or a line of CSV that begins with one (RFC 8805); `json`: every block in any text of a JSON
     * document; `asns`: lines that begin with AS123; `tor-exits`: the Tor Project's lists of exits.
     */
    format: z.enum(['ranges', 'json', 'asns', 'tor-exits']),
    network: z.enum(networkKinds),
  }),
]);
export type Source = z.infer<typeof sourceSchema>;
export type DatabaseSource = Extract<Source, { format: 'mmdb' }>;
export type ListSource = Exclude<Source, DatabaseSource>;
