export { countryGroups } from './catalogue/index.ts';
export { type DataFolders, type NetworkData, openNetworkData } from './data/network-data.ts';
export { providerFileIn } from './embedded/embedded-data.ts';
export type { FactsSource } from './facts-source.ts';
export { openProviderSearch, type ProviderSearch } from './providers/provider-search.ts';
export { createServerAddresses } from './server-addresses.ts';
