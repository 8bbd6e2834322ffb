export { countryGroups } from './countries.ts';
export { createProviderCatalogue, type OperatorEntry, type ProviderCatalogue } from './provider-catalogue.ts';
