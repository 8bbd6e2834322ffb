import { describe, expect, test } from 'vitest';
import { ownRanges, readAddresses, withAddress } from './read-addresses.ts';

describe('addresses as people paste them', () => {
  test.each([
    ['203.0.113.7', ['203.0.113.7']],
    ['203.0.113.7 198.51.100.0/24', ['203.0.113.7', '198.51.100.0/24']],
    ['203.0.113.7,198.51.100.7;2001:DB8::7', ['203.0.113.7', '198.51.100.7', '2001:db8::7']],
    ['203.0.113.7,\r\n\t198.51.100.7\n', ['203.0.113.7', '198.51.100.7']],
    ['203.0.113.10 - 203.0.113.20', ['203.0.113.10-203.0.113.20']],
    ['203.0.113.10–203.0.113.20', ['203.0.113.10-203.0.113.20']],
    ['2001:db8::1 - 2001:db8::9, 10.0.0.7', ['2001:db8::1-2001:db8::9', '10.0.0.7']],
    ['\u200b203.0.113.7\u00a0', ['203.0.113.7']],
    ['203.0.113.77/24', ['203.0.113.0/24']],
    ['::ffff:203.0.113.7', ['203.0.113.7']],
  ])('%j', (text, ranges) => {
    expect(readAddresses(text)).toEqual({ ranges, bad: [] });
  });

  test('a list with bullets is no range from one line to the next', () => {
    expect(readAddresses('- 203.0.113.7\n- 203.0.113.9')).toEqual({
      ranges: ['203.0.113.7', '203.0.113.9'],
      bad: [],
    });
    expect(readAddresses('203.0.113.7 -\n203.0.113.9').bad).toEqual(['203.0.113.7-']);
  });

  test('the same address twice is one', () => {
    expect(readAddresses('203.0.113.7 203.0.113.7').ranges).toEqual(['203.0.113.7']);
  });

  test('each piece that is none is named, the others are read', () => {
    expect(readAddresses('10.0.0.0/33 home 203.0.113.7 203.0.113.9-203.0.113.1')).toEqual({
      ranges: ['203.0.113.7'],
      bad: ['10.0.0.0/33', 'home', '203.0.113.9-203.0.113.1'],
    });
  });

  test('nothing is nothing', () => {
    expect(readAddresses(' \n, ')).toEqual({ ranges: [], bad: [] });
  });
});

describe('the person’s own address', () => {
  test('by IPv4 is offered as it is', () => {
    expect(ownRanges('90.12.34.56')).toEqual([{ kind: 'address', range: '90.12.34.56' }]);
  });

  test('by IPv6 is offered with the block of its connection first', () => {
    expect(ownRanges('2a01:cb08:1:2:3:4:5:6')).toEqual([
      { kind: 'block', range: '2a01:cb08:1:2::/64' },
      { kind: 'address', range: '2a01:cb08:1:2:3:4:5:6' },
    ]);
  });

  test('that is not known is not offered', () => {
    expect(ownRanges(undefined)).toEqual([]);
  });

  test('is written below what is there', () => {
    expect(withAddress('', '192.0.2.1')).toBe('192.0.2.1');
    expect(withAddress('10.0.0.1 \n', '192.0.2.1')).toBe('10.0.0.1\n192.0.2.1');
  });
});
