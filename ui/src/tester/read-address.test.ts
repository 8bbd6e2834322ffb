import { describe, expect, test } from 'vitest';
import { isPrivateAddress } from './private-address.ts';
import { readAddress } from './read-address.ts';

describe('an address as people paste it', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['  203.0.113.7\u00a0\n', '203.0.113.7'],
    ['\u200b203.0.113.7', '203.0.113.7'],
    ['\u2066203.0.113.7\u2069', '203.0.113.7'],
    ['203.0.113.7:993', '203.0.113.7'],
    ['203.0.113.7/32', '203.0.113.7'],
    ['203.0.113.7.', '203.0.113.7'],
    ['“203.0.113.7”', '203.0.113.7'],
    ['(203.0.113.7),', '203.0.113.7'],
    ['rip=203.0.113.7,', '203.0.113.7'],
    ['IP: 203.0.113.7', '203.0.113.7'],
    ['[203.0.113.7]', '203.0.113.7'],
    ['2001:DB8:0:0::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:993', '2001:db8::7'],
    ['2001:db8::7/128', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
  ])('%j', (text, address) => {
    expect(readAddress(text)).toEqual({ ok: true, address });
  });

  test.each([
    ['', 'empty', ''],
    [' , ', 'empty', ''],
    ['203.0.113.7 198.51.100.7', 'several', '203.0.113.7 198.51.100.7'],
    ['203.0.113.7, 2001:db8::7', 'several', '203.0.113.7, 2001:db8::7'],
    ['203.0.113.0/24', 'range', '203.0.113.0/24'],
    ['203.0.113.1 - 203.0.113.9', 'range', '203.0.113.1 - 203.0.113.9'],
    ['mail.shop.example', 'name', 'mail.shop.example'],
    ['lea@shop.example', 'name', 'lea@shop.example'],
    ['203.0.113.256', 'numbers', '203.0.113.256'],
    ['203.0.113', 'numbers', '203.0.113'],
    ['203.0.113.07', 'numbers', '203.0.113.07'],
    ['my phone', 'other', 'my phone'],
    ['2001:db8::7::1', 'other', '2001:db8::7::1'],
    ['203.0.113.7/33', 'other', '203.0.113.7/33'],
  ])('%j is told apart: %s', (text, fault, bare) => {
    expect(readAddress(text)).toEqual({ ok: false, fault, text: bare });
  });
});

describe('an address inside a home or an office', () => {
  test.each(['192.168.1.20', '10.0.0.7', '172.31.255.255', '169.254.1.1', 'fe80::1', 'fd12:3456::7'])(
    '%s is not on the Internet',
    (address) => expect(isPrivateAddress(address)).toBe(true),
  );

  test.each(['90.12.34.56', '172.32.0.1', '11.0.0.1', '2001:db8::7', '127.0.0.1', '::1', 'none'])(
    '%s is not called so',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});
