import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatAddress } from '@email-firewall/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressAt } from '../address-bits.ts';
import { type NetworkDatabase, openNetworkDatabase } from '../databases/network-database.ts';
import { embeddedOperatorDatabase } from './embedded-data.ts';
import { blocksOf, type OperatorRange, readOperatorRanges } from './operator-ranges.ts';

describe('a line of the register', () => {
  it('is read with its numbers and its name, in quotes or without', () => {
    expect(readOperatorRanges('16777216,16777471,13335,"Cloudflare, ""Inc"""\n1,2,3,Gtelecom\r\n')).toEqual([
      { first: 16777216n, last: 16777471n, asn: 13335, name: 'Cloudflare, "Inc"' },
      { first: 1n, last: 2n, asn: 3, name: 'Gtelecom' },
    ]);
  });

  it('of another form is named', () => {
    expect(() => readOperatorRanges('1,2,3,x\n<html>\n')).toThrow(
      'Line 2 is not a range of an operator: <html>',
    );
  });
});

describe('the blocks of a range', () => {
  it('are the fewest that make it up', () => {
    const range = { first: 0x0a000001n, last: 0x0a000006n, asn: 1, name: 'x' };
    expect([...blocksOf([range], 4)].map(({ bits, length }) => [bits, length - 96])).toEqual([
      [0x0a000001n, 32],
      [0x0a000002n, 31],
      [0x0a000004n, 31],
      [0x0a000006n, 32],
    ]);
  });
});

describe.each([4, 6] as const)('the embedded database of operators, IPv%i', (version) => {
  let ranges: OperatorRange[];
  let database: NetworkDatabase;
  beforeAll(async () => {
    const file = fileURLToPath(import.meta.resolve(`@ip-location-db/asn/asn-ipv${version}-num.csv`));
    ranges = readOperatorRanges(readFileSync(file, 'utf8')).toSorted((a, b) => (a.first < b.first ? -1 : 1));
    database = await openNetworkDatabase(embeddedOperatorDatabase);
  });

  it('says what its source says on both sides of every boundary', () => {
    const last = (1n << (version === 4 ? 32n : 128n)) - 1n;
    const wrong: string[] = [];
    let boundaries = 0;
    function check(bits: bigint, expected: OperatorRange | undefined): void {
      boundaries++;
      const { operator } = database.lookUp(formatAddress(addressAt(bits, version)));
      if (operator?.asn === expected?.asn && operator?.name === expected?.name) return;
      wrong.push(`${formatAddress(addressAt(bits, version))}: ${operator?.asn} instead of ${expected?.asn}`);
    }
    ranges.forEach((range, index) => {
      const [before, after] = [ranges[index - 1], ranges[index + 1]];
      // Where two ranges overlap, the narrower counts; the source has one such pair.
      const isOverlapped = (before && before.last >= range.first) || (after && after.first <= range.last);
      if (isOverlapped) return;
      check(range.first, range);
      check(range.last, range);
      if (range.first > 0n && before?.last !== range.first - 1n) check(range.first - 1n, undefined);
      if (range.last < last && after?.first !== range.last + 1n) check(range.last + 1n, undefined);
    });
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(boundaries).toBeGreaterThan(version === 4 ? 823_000 : 206_000);
  }, 120_000);
});
