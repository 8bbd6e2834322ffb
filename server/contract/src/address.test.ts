import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress, parseAddressRange } from './address.ts';

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['2001:DB8:0:0:0:0:0:7', '2001:db8::7'],
    ['::', '::'],
    ['::1', '::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '64:ff9b::cb00:7107'],
  ])('%s is spelled %s', (text, spelled) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(spelled);
  });

  it.each([
    '',
    ' ',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.07',
    '0x7f.0.0.1',
    '2130706433',
    '203.0.113.7 ',
    ' 203.0.113.7',
    '203.0.113.7/32',
    'fe80::1%eth0',
    '1::2::3',
    ':::',
    '12345::',
    '2001:db8::7\n',
    'localhost',
    '203.0.113.7\0',
    '[::1]',
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('a range', () => {
  it.each([
    ['203.0.113.4', '203.0.113.4'],
    ['203.0.113.0/24', '203.0.113.0/24'],
    ['203.0.113.77/24', '203.0.113.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['203.0.113.10-203.0.113.20', '203.0.113.10-203.0.113.20'],
    ['  203.0.113.10  -  203.0.113.20 ', '203.0.113.10-203.0.113.20'],
    ['203.0.113.10-203.0.113.10', '203.0.113.10-203.0.113.10'],
    ['2001:db8:5::9/32', '2001:db8::/32'],
    ['2001:db8::9/127', '2001:db8::8/127'],
    ['2001:db8::1-2001:db8::ff', '2001:db8::1-2001:db8::ff'],
    ['::ffff:203.0.113.77/120', '203.0.113.0/24'],
  ])('%j is spelled %j', (text, spelled) => {
    expect(parseAddressRange(text)?.text).toBe(spelled);
  });

  it.each([
    '',
    '-',
    '/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0/8',
    '2001:db8::/129',
    '10.0.0.9-10.0.0.1',
    '2001:db8::2-2001:db8::1',
    '10.0.0.1-2001:db8::1',
    '10.0.0.1-',
    '-10.0.0.1',
    '10.0.0.1-10.0.0.2-10.0.0.3',
    '10.0.0.0/8/8',
    '10.0.0.0/24-10.0.1.0/24',
    '10.0.0.*',
    '::ffff:10.0.0.0/95',
  ])('%j is none', (text) => {
    expect(parseAddressRange(text)).toBeUndefined();
  });

  it('holds the first and the last address of its block', () => {
    expect(parseAddressRange('255.255.255.255/31')?.range).toEqual({
      version: 4,
      first: 0xfffffffe,
      last: 0xffffffff,
    });
    expect(parseAddressRange('2001:db8::/33')?.range).toEqual({
      version: 6,
      first: [0x20010db8, 0, 0, 0],
      last: [0x20010db8, 0x7fffffff, 0xffffffff, 0xffffffff],
    });
  });
});
