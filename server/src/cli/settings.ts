import { readFile } from 'node:fs/promises';
import { parse } from '@email-firewall/contract';
import * as z from 'zod/mini';
import { sourceSchema } from '../network/index.ts';

const positive = z.number().check(z.refine((number) => number > 0, 'is not a number above 0.'));

/** Where the service finds and puts things, as the installer (or the demo) writes it. Paths are absolute. */
const settingsSchema = z.strictObject({
  /** Folder of the policy files. */
  policies: z.string(),
  /** Folder of the markers that Dovecot's hook looks at. */
  markers: z.string(),
  /** The file that says who owns what. */
  accounts: z.string(),
  /** Unix socket that the hook asks. */
  decisionSocket: z.string(),
  /** Unix socket of the API, which root alone may open. */
  apiSocket: z.string(),
  /** Number of the group that Dovecot runs the hook in; it may ask, and look at markers. Left out: the service's own. */
  decisionGroup: z.optional(z.number()),
  /** File of the event log. Made where it is missing, with its folder. */
  events: z.string(),
  /** How much of it is kept. */
  eventRetention: z.optional(
    z.strictObject({
      /** No event for more days than so many; 90 if left out. */
      days: z.optional(positive),
      /** No more events than fit into so many megabytes; 512 if left out. */
      megabytes: z.optional(positive),
    }),
  ),
  /** journald's stream socket, /run/systemd/journal/stdout, to write refusals to the mail log. Left out: they are not. */
  mailLog: z.optional(z.string()),
  /** Dovecot's log, to be read for what became of logins: /var/log/maillog. Left out: only the firewall's own decisions are known. */
  dovecotLog: z.optional(z.string()),
  /** Where network data lie beside what is installed with the service. Left out: nowhere. */
  networkData: z.optional(
    z.strictObject({
      /** The updater's folder. */
      folder: z.optional(z.string()),
      /** Folder of the administrator's own databases, which count in place of all others. */
      databases: z.optional(z.string()),
      /** Where the updater fetches from; left out, from what `defaultSources` names. */
      sources: z.optional(z.array(sourceSchema)),
      /** A proxy for the updater, where the environment names none: http://proxy.example:3128 */
      proxy: z.optional(z.string()),
    }),
  ),
});
export type Settings = z.infer<typeof settingsSchema>;

/** @throws a sentence that names the file and says what is wrong with it */
export async function readSettings(path: string): Promise<Settings> {
  const result = parse(settingsSchema, JSON.parse(await readFile(path, 'utf8')));
  if (result.ok) return result.value;
  throw new Error(`${path}: ${result.faults.map((fault) => fault.message).join(' ')}`);
}
