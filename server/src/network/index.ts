export { embeddedCountryDatabase, openCountryDatabase } from './country-database.ts';
export type { FactsSource } from './facts-source.ts';
export { createServerAddresses } from './server-addresses.ts';
