/** Countries that a person picks at once. Members of the European Union as of 2020-02-01 (europa.eu). */
export const countryGroups: readonly { id: string; countries: readonly string[] }[] = [
  {
    id: 'eu',
    countries: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  },
];
