export { countryGroups } from './countries.ts';
export type { OperatorEntry } from './group-operators.ts';
export { createProviderCatalogue } from './provider-catalogue.ts';
