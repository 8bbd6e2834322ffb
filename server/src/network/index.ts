export { countryGroups } from './catalogue/index.ts';
export { type DataFolders, type NetworkData, openNetworkData } from './data/network-data.ts';
export { providerFileIn } from './embedded/embedded-data.ts';
export type { FactsSource } from './facts-source.ts';
export { openProviderSearch, type ProviderSearch } from './providers/provider-search.ts';
export { createServerAddresses } from './server-addresses.ts';
export { defaultSources } from './update/default-sources.ts';
export { type Source, sourceSchema } from './update/source.ts';
export { type SourceOutcome, updateData } from './update/update-data.ts';
