/** What a licence asks for. */
export type Attribution = {
  /** What people call the data, where their type is no name. */
  name?: string;
  licence: string;
  attribution?: { text: string; url: string };
};

const dbIp = { text: 'IP geolocation by DB-IP', url: 'https://db-ip.com' };

/** By the words in a database's type; the first that fits. Texts as the makers ask for them. */
const known: readonly [RegExp, Attribution][] = [
  [
    /^EmailFirewall-ASN/,
    {
      name: 'AS numbers',
      licence: 'CC BY 4.0',
      attribution: { text: 'AS numbers by DB-IP, RouteViews and the NRO', url: 'https://db-ip.com' },
    },
  ],
  [/ipvAll$/, { name: 'DB-IP Country Lite', licence: 'CC BY 4.0', attribution: dbIp }],
  [/^DBIP-.*Lite/i, { licence: 'CC BY 4.0', attribution: dbIp }],
  [/^DBIP/i, { licence: 'DB-IP', attribution: dbIp }],
  [
    /^GeoLite2/i,
    {
      licence: 'GeoLite2 End User License Agreement',
      attribution: { text: 'Includes GeoLite2 data created by MaxMind', url: 'https://www.maxmind.com' },
    },
  ],
  [/^GeoIP/i, { licence: 'MaxMind' }],
  [
    /^ipinfo.*(lite|free)/i,
    {
      licence: 'CC BY-SA 4.0',
      attribution: { text: 'IP address data powered by IPinfo', url: 'https://ipinfo.io' },
    },
  ],
  [/^ipinfo/i, { licence: 'IPinfo' }],
];

/** What is known of the licence of a database, by the type that its metadata tells. */
export function attributionOf(type: string): Partial<Attribution> {
  return known.find(([pattern]) => pattern.test(type))?.[1] ?? {};
}
