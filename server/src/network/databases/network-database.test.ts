import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MmdbRecord, writeMmdb } from './mmdb-writer.ts';
import { openNetworkDatabase } from './network-database.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-database-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A database of a type that holds one record, for 90.0.0.0/8, under a name that tells nothing. */
async function open(type: string, record: MmdbRecord) {
  const path = join(folder, 'some.mmdb');
  const blocks = [{ bits: 90n << 24n, length: 104, record }];
  await writeFile(
    path,
    writeMmdb({ type, description: '', builtAt: new Date('2026-11-01T00:00:00Z'), blocks }),
  );
  return openNetworkDatabase(path);
}

const maxmindCountry = {
  continent: { code: 'EU' },
  country: { iso_code: 'FR', geoname_id: 3017382 },
  registered_country: { iso_code: 'US' },
};
const maxmindAsn = { autonomous_system_number: 3215, autonomous_system_organization: 'Orange' };
const ipinfoLite = {
  asn: 'AS3215',
  as_name: 'Orange S.A.',
  as_domain: 'orange.com',
  country: 'France',
  country_code: 'FR',
};

describe.each([
  ['GeoLite2-Country', maxmindCountry, { country: 'FR' }],
  ['GeoIP2-City', { ...maxmindCountry, location: { time_zone: 'Europe/Paris' } }, { country: 'FR' }],
  ['GeoLite2-ASN', maxmindAsn, { operator: { asn: 3215, name: 'Orange' } }],
  [
    'GeoIP2-ISP',
    { ...maxmindAsn, isp: 'Orange', organization: 'Orange' },
    { operator: { asn: 3215, name: 'Orange' } },
  ],
  [
    'GeoIP2-Enterprise',
    { ...maxmindCountry, traits: maxmindAsn },
    { country: 'FR', operator: { asn: 3215, name: 'Orange' } },
  ],
  [
    'GeoIP2-Anonymous-IP',
    { is_anonymous: true, is_anonymous_vpn: true, is_hosting_provider: true },
    { network: 'vpn' },
  ],
  [
    'GeoIP2-Anonymous-IP',
    { is_anonymous: true, is_tor_exit_node: true, is_anonymous_vpn: true },
    { network: 'tor' },
  ],
  ['GeoIP2-Anonymous-IP', { is_anonymous: true, is_public_proxy: true }, {}],
  ['DBIP-Country-Lite', maxmindCountry, { country: 'FR' }],
  ['DBIP-ASN-Lite (compat=GeoLite2-ASN)', maxmindAsn, { operator: { asn: 3215, name: 'Orange' } }],
  ['ipinfo generic_lite.mmdb', ipinfoLite, { country: 'FR', operator: { asn: 3215, name: 'Orange S.A.' } }],
  ['ipinfo country.mmdb', { country: 'FR', country_name: 'France' }, { country: 'FR' }],
  ['ipinfo standard_privacy.mmdb', { vpn: '', hosting: 'true', relay: '', tor: '' }, { network: 'hosting' }],
  ['country ipvAll', { country_code: 'FR' }, { country: 'FR' }],
])('a database of type %s', (type, record, facts) => {
  it(`with ${JSON.stringify(record)} knows ${JSON.stringify(facts)}`, async () => {
    const database = await open(type, record);
    expect(database.lookUp('90.12.34.56')).toEqual(facts);
    expect(database.lookUp('91.0.0.0')).toEqual({});
    expect(database.type).toBe(type);
  });
});

describe('a database that is not what it should be', () => {
  it.each([
    ['GeoLite2-Country', { country: { iso_code: 'ZZ' } }],
    ['GeoLite2-Country', { registered_country: { iso_code: 'FR' } }],
    ['GeoLite2-ASN', { autonomous_system_number: 0, autonomous_system_organization: 'None' }],
    ['GeoLite2-ASN', { autonomous_system_number: 'ASX' }],
  ])('%s with %j knows nothing', async (type, record) => {
    expect((await open(type, record)).lookUp('90.12.34.56')).toEqual({});
  });

  it('of another type is refused, and the sentence names file and type', async () => {
    await expect(open('GeoIP2-Connection-Type', { connection_type: 'Cable' })).rejects.toThrow(
      /some\.mmdb is a database of type "GeoIP2-Connection-Type"/,
    );
  });

  it.each(['', 'x', '<!doctype html>'])('a file that says %j is refused', async (text) => {
    const path = join(folder, 'none.mmdb');
    await writeFile(path, text);
    await expect(openNetworkDatabase(path)).rejects.toThrow(/none\.mmdb is not a database/);
  });

  it('answers of a damaged file are "unknown", never an exception', async () => {
    const path = join(folder, 'damaged.mmdb');
    const blocks = Array.from({ length: 256 }, (_, i) => ({
      bits: BigInt(i) << 24n,
      length: 104,
      record: { country: { iso_code: 'FR', filler: 'x'.repeat(i) } },
    }));
    const bytes = writeMmdb({ type: 'GeoLite2-Country', description: '', builtAt: new Date(), blocks });
    bytes.fill(0xff, 0, Math.floor(bytes.length / 2));
    await writeFile(path, bytes);
    const database = await openNetworkDatabase(path);
    for (let i = 0; i < 256; i++) expect(() => database.lookUp(`${i}.1.2.3`)).not.toThrow();
  });
});
