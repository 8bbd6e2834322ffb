/** Countries that a person picks at once. */
export type CountryGroup = { id: string; countries: readonly string[] };

const codes = (text: string) => text.split(' ');

/**
 * The European Union (27 members since 1 February 2020, europa.eu), and the continents, as the United Nations count them
 * (M49, with North and South America apart); Taiwan and Kosovo, which M49 does not list, are put where they lie.
 */
export const countryGroups: readonly CountryGroup[] = [
  {
    id: 'eu',
    countries: codes('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'),
  },
  {
    id: 'africa',
    countries: codes(
      'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE ' +
        'NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
    ),
  },
  { id: 'antarctica', countries: codes('AQ') },
  {
    id: 'asia',
    countries: codes(
      'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS ' +
        'QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
    ),
  },
  {
    id: 'europe',
    countries: codes(
      'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL ' +
        'NO PL PT RO RS RU SE SI SJ SK SM UA VA XK',
    ),
  },
  {
    id: 'north-america',
    countries: codes(
      'AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US ' +
        'VC VG VI',
    ),
  },
  {
    id: 'oceania',
    countries: codes(
      'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
    ),
  },
  { id: 'south-america', countries: codes('AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE') },
];
