import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Reader } from 'maxmind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedOperatorDatabase } from '../embedded/embedded-data.ts';
import { type Block, type MmdbRecord, writeMmdb } from './mmdb-writer.ts';

const builtAt = new Date('2026-11-24T12:00:00Z');

function v4(text: string, length: number, record: MmdbRecord): Block {
  const bits = text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return { bits, length: length + 96, record };
}

function read(blocks: Block[]): Reader<never> {
  return new Reader(writeMmdb({ type: 'Test', description: 'A test', builtAt, blocks }));
}

const orange = { autonomous_system_number: 3215, autonomous_system_organization: 'Orange' };
const free = { autonomous_system_number: 12322, autonomous_system_organization: 'Free SAS, société' };

describe('a database that was written', () => {
  it('answers for the first and last address of a block, and for none beside it', () => {
    const reader = read([v4('90.12.0.0', 16, orange)]);
    expect(reader.get('90.12.0.0')).toEqual(orange);
    expect(reader.get('90.12.255.255')).toEqual(orange);
    expect(reader.get('90.11.255.255')).toBeNull();
    expect(reader.get('90.13.0.0')).toBeNull();
  });

  it('gives the narrower of two overlapping blocks, in whatever order they come', () => {
    const wide = v4('90.0.0.0', 8, orange);
    const narrow = v4('90.12.34.0', 24, free);
    for (const blocks of [
      [wide, narrow],
      [narrow, wide],
    ]) {
      const reader = read(blocks);
      expect(reader.get('90.12.34.255')).toEqual(free);
      expect(reader.get('90.12.35.0')).toEqual(orange);
      expect(reader.get('90.12.33.255')).toEqual(orange);
    }
  });

  it('holds IPv6 beside IPv4', () => {
    const reader = read([v4('1.2.3.4', 32, orange), { bits: 0x2a01cb00n << 96n, length: 32, record: free }]);
    expect(reader.get('1.2.3.4')).toEqual(orange);
    expect(reader.get('2a01:cb00:ffff:ffff:ffff:ffff:ffff:ffff')).toEqual(free);
    expect(reader.get('2a01:cb01::')).toBeNull();
  });

  it('holds records in records, truth values, and texts and numbers of every size', () => {
    const record = {
      country: { iso_code: 'FR', is_in_european_union: true },
      empty: '',
      no: false,
      zero: 0,
      largest: 2 ** 32 - 1,
      text29: 'é'.repeat(15),
      text300: 'x'.repeat(300),
      text70000: 'y'.repeat(70_000),
    };
    expect(read([v4('1.0.0.0', 8, record)]).get('1.2.3.4')).toEqual(record);
  });

  it('tells its type and date', () => {
    expect(read([v4('1.0.0.0', 8, orange)]).metadata).toMatchObject({
      databaseType: 'Test',
      buildEpoch: builtAt,
      ipVersion: 6,
    });
  });

  it('can be empty', () => {
    expect(read([]).get('1.2.3.4')).toBeNull();
  });

  it('answers like a list that is searched for the narrowest block', () => {
    const block = fc.record({
      bits: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
      length: fc.integer({ min: 0, max: 16 }),
      record: fc.record({ n: fc.nat(9) }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(block, { selector: (one) => `${one.bits >> (16 - one.length)}/${one.length}` }),
        fc.nat(2 ** 16 - 1),
        (found, address) => {
          const blocks = found.map(({ bits, length, record }) => ({
            bits: BigInt((bits >> (16 - length)) << (16 - length)) << 16n,
            length: length + 96,
            record,
          }));
          const [narrowest] = found
            .filter(({ bits, length }) => bits >> (16 - length) === address >> (16 - length))
            .toSorted((a, b) => b.length - a.length);
          expect(read(blocks).get(`${address >> 8}.${address & 255}.7.7`)).toEqual(narrowest?.record ?? null);
        },
      ),
    );
  });
});

describe('libmaxminddb', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'email-firewall-mmdb-'));
    const blocks = [v4('90.12.0.0', 16, orange), { bits: 0x2a01cb00n << 96n, length: 32, record: free }];
    await writeFile(join(folder, 'x.mmdb'), writeMmdb({ type: 'Test', description: '', builtAt, blocks }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  function lookUp(file: string, address: string): string {
    return execFileSync('mmdblookup', ['--file', file, '--ip', address], { encoding: 'utf8' });
  }

  it.each([
    ['90.12.255.255', '3215'],
    ['2a01:cb00::1', '12322'],
  ])('finds %s', (address, asn) => {
    expect(lookUp(join(folder, 'x.mmdb'), address)).toContain(`${asn} <uint32>`);
  });

  it.each([
    ['90.12.34.56', '3215'],
    ['255.255.255.255', undefined],
    ['1.0.0.0', '13335'],
    ['1.0.0.255', '13335'],
    ['2003:c0::7', '3320'],
  ])('finds %s in the embedded database of operators', (address, asn) => {
    if (asn === undefined) expect(() => lookUp(embeddedOperatorDatabase, address)).toThrow('Could not find');
    else expect(lookUp(embeddedOperatorDatabase, address)).toContain(`${asn} <uint32>`);
  });
});
