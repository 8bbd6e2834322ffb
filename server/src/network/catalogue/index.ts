export { countryGroups } from './countries.ts';
export { createProviderCatalogue, type OperatorEntry } from './provider-catalogue.ts';
