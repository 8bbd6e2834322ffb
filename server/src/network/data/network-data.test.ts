import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../log.ts';
import { type MmdbRecord, writeMmdb } from '../databases/mmdb-writer.ts';
import type { NetworkList } from '../kinds/network-list.ts';
import { type NetworkData, openNetworkData } from './network-data.ts';

const now = () => new Date('2026-11-24T12:00:00Z');

let root: string;
let data: NetworkData;
let lines: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'email-firewall-data-'));
  await mkdir(join(root, 'updated'));
  await mkdir(join(root, 'own'));
  lines = [];
  data = await open();
});
afterEach(async () => {
  data.close();
  await rm(root, { recursive: true });
});

function open(): Promise<NetworkData> {
  const log: Log = (level, message, detail) => lines.push(`${level} ${message} ${JSON.stringify(detail)}`);
  return openNetworkData({ folder: join(root, 'updated'), databases: join(root, 'own'), log, now });
}

/** Puts a file there as the updater does: beside, then renamed. */
async function put(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(root, '.beside'), content);
  await rename(join(root, '.beside'), join(root, name));
}

/** A database with one record, for 90.0.0.0/8. */
function database(type: string, record: MmdbRecord, builtAt = '2026-11-20'): Buffer {
  const blocks = [{ bits: 90n << 24n, length: 104, record }];
  return writeMmdb({ type, description: '', builtAt: new Date(builtAt), blocks });
}

function list(network: NetworkList['network'], more: Partial<NetworkList> = {}): string {
  const date = '2026-11-20T00:00:00.000Z';
  const all: NetworkList = {
    id: 'x',
    name: 'X',
    url: 'https://x.test',
    network,
    date,
    ranges: [],
    asns: [],
    ...more,
  };
  return JSON.stringify(all);
}

async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !check(); i++) await sleep(50);
  expect(check()).toBe(true);
}

const home = '90.12.34.56';
const orange = { asn: 3215, name: 'Orange S.A.' };

describe('without files of its own', () => {
  it('what is installed answers, with all three facts', () => {
    expect(data.factsFor(home)).toEqual({ country: 'FR', operator: orange });
    expect(data.factsFor('88.198.0.7')).toMatchObject({ operator: { asn: 24940 }, network: 'hosting' });
  });

  it.each([
    '',
    'x',
    '90.12.34.56 ',
    ' 90.12.34.56',
    '90.12.34',
    '999.1.1.1',
    'fe80::1%eth0',
    '\0',
    '90.12.34.56\n',
    '::ffff:1',
    '10.0.0.1',
    '127.0.0.1',
    '203.0.113.7',
    '2001:db8::7',
  ])('of %j nothing is known', (text) => {
    expect(data.factsFor(text)).toEqual({});
  });

  it('says how old the sources are, under which licence, and what is to be shown for it', () => {
    expect(data.sources()).toEqual([
      expect.objectContaining({
        gives: ['country'],
        origin: 'embedded',
        date: expect.stringMatching(/^2026-06-01/),
        isStale: true,
        isInUse: true,
        hasFault: false,
        licence: 'CC BY 4.0',
        attribution: { text: 'IP geolocation by DB-IP', url: 'https://db-ip.com' },
      }),
      expect.objectContaining({
        gives: ['operator'],
        date: '2026-06-17T19:00:00.000Z',
        isStale: true,
        isInUse: true,
      }),
      expect.objectContaining({ gives: ['network'], isStale: false, isInUse: true }),
    ]);
  });
});

describe('a file that appears', () => {
  it('counts within two seconds, and no longer when it has gone', async () => {
    await put('updated/anything.mmdb', database('GeoLite2-Country', { country: { iso_code: 'BE' } }));
    await until(() => data.factsFor(home).country === 'BE');
    expect(data.factsFor(home).operator).toEqual(orange);
    await rm(join(root, 'updated/anything.mmdb'));
    await until(() => data.factsFor(home).country === 'FR');
  });

  it("of the administrator's own counts in place of a newer one", async () => {
    await put('own/mine.mmdb', database('DBIP-Country-Lite', { country: { iso_code: 'LU' } }, '2020-01-01'));
    await put('updated/newer.mmdb', database('GeoLite2-Country', { country: { iso_code: 'BE' } }));
    await until(() => data.factsFor(home).country === 'LU');
    await until(() => data.sources().some(({ id }) => id === 'newer'));
    expect(data.factsFor(home).country).toBe('LU');
    expect(data.sources().map(({ id, isInUse }) => [id, isInUse])).toContainEqual(['newer', false]);
  });

  it('that is older than what is installed is left aside', async () => {
    await put(
      'updated/old.mmdb',
      database('GeoLite2-Country', { country: { iso_code: 'BE' } }, '2020-01-01'),
    );
    await until(() => data.sources().some(({ id }) => id === 'old'));
    expect(data.factsFor(home).country).toBe('FR');
  });

  it('with both facts, like IPinfo Lite, gives both', async () => {
    const record = { asn: 'AS64501', as_name: 'Example', country: 'France', country_code: 'LU' };
    await put('own/ipinfo.mmdb', database('ipinfo generic_lite.mmdb', record));
    await until(() => data.factsFor(home).country === 'LU');
    expect(data.factsFor(home).operator).toEqual({ asn: 64501, name: 'Example' });
  });

  it('of anonymous addresses takes the place of our lists of such kinds, and of those alone', async () => {
    await put('updated/relay.json', list('relay', { id: 'relay', ranges: ['90.12.35.0/24'] }));
    await put(
      'own/anonymous.mmdb',
      database('GeoIP2-Anonymous-IP', { is_anonymous: true, is_anonymous_vpn: true }),
    );
    await until(() => data.factsFor(home).network === 'vpn');
    await until(() => data.factsFor('90.12.35.1').network === 'relay');
    expect(data.factsFor('88.198.0.7').network).toBeUndefined();
    expect(data.factsFor('52.125.128.1').network).toBe('mail-cloud');
  });

  it('of networks of a kind counts beside the list that is installed', async () => {
    await put('updated/tor.json', list('tor', { id: 'tor', ranges: [`${home}-${home}`] }));
    await put('updated/hosting.json', list('hosting', { id: 'hosting', asns: [3215] }));
    await until(() => data.factsFor(home).network === 'tor');
    await until(() => data.factsFor('90.12.34.57').network === 'hosting');
    expect(data.factsFor('88.198.0.7').network).toBe('hosting');
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['half a database', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['a page of HTML', () => Buffer.from('<!doctype html><title>404</title>')],
    ['an empty file', () => Buffer.alloc(0)],
    ['a database of something else', () => database('GeoIP2-Connection-Type', { connection_type: 'Cable' })],
  ])('%s leaves the one before it in force, and says so', async (_what, spoil) => {
    const good = database('GeoLite2-Country', { country: { iso_code: 'BE' } });
    await put('updated/c.mmdb', good);
    await until(() => data.factsFor(home).country === 'BE');
    await put('updated/c.mmdb', spoil(good));
    await until(() => data.faults().length === 1);
    expect(data.factsFor(home).country).toBe('BE');
    expect(data.faults()[0]?.path).toBe(join(root, 'updated/c.mmdb'));
    expect(data.sources().find(({ id }) => id === 'c')).toMatchObject({ hasFault: true, isInUse: true });
    expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
    await put('updated/c.mmdb', database('GeoLite2-Country', { country: { iso_code: 'LU' } }));
    await until(() => data.factsFor(home).country === 'LU');
    expect(data.faults()).toEqual([]);
  });

  it.each(['{', '{}', list('tor', { ranges: ['90.0.0.0/99'] }), list('tor').replace('"tor"', '"home"')])(
    'a list that says %j is passed over, and named',
    async (text) => {
      await put('updated/x.json', text);
      await until(() => data.faults().length === 1);
      expect(data.factsFor(home)).toEqual({ country: 'FR', operator: orange });
    },
  );

  it('what the updater is writing or remembers is not looked at', async () => {
    await put('updated/.unfinished-1.mmdb', Buffer.from('x'));
    await put('updated/update-state.json', '{}');
    await put('updated/c.mmdb.previous', Buffer.from('x'));
    await sleep(1500);
    expect(data.faults()).toEqual([]);
  });
});

it('folders that are missing are empty', async () => {
  data.close();
  await rm(join(root, 'own'), { recursive: true });
  data = await open();
  expect(data.factsFor(home).country).toBe('FR');
});
