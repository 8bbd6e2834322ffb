import { type NetworkKind, parseAddress } from '@email-firewall/contract';
import { expect, it } from 'vitest';
import { createKindTable, type KindEntry } from './kind-table.ts';

function kindOf(entries: KindEntry[], text: string, asn?: number): NetworkKind | undefined {
  const address = parseAddress(text);
  if (!address) throw new Error(text);
  return createKindTable(entries)(address, asn);
}

const range = (network: NetworkKind): KindEntry => ({ network, ranges: ['90.0.0.0/8', '2a01::/16'] });
const number = (network: NetworkKind): KindEntry => ({ network, asns: [3215] });

it.each([
  [['hosting', 'vpn'], 'vpn'],
  [['vpn', 'relay'], 'relay'],
  [['hosting', 'mail-cloud'], 'mail-cloud'],
  [['mail-cloud', 'vpn'], 'mail-cloud'],
  [['relay', 'tor'], 'tor'],
  [['hosting', 'vpn', 'mail-cloud', 'relay', 'tor'], 'tor'],
] as const)('of %j counts %s, whether by range or by AS number', (kinds, counts) => {
  for (const entries of [kinds.map(range), kinds.map(number)]) {
    expect(kindOf(entries, '90.12.34.56', 3215)).toBe(counts);
    expect(kindOf(entries.toReversed(), '2a01:cb00::1', 3215)).toBe(counts);
  }
});

it('a range counts before an AS number only where its kind does', () => {
  expect(kindOf([range('hosting'), number('vpn')], '90.0.0.1', 3215)).toBe('vpn');
  expect(kindOf([range('vpn'), number('hosting')], '90.0.0.1', 3215)).toBe('vpn');
});

it('nothing is known of what no entry holds', () => {
  const entries = [range('hosting'), number('vpn')];
  expect(kindOf(entries, '91.0.0.0')).toBeUndefined();
  expect(kindOf(entries, '89.255.255.255', 3216)).toBeUndefined();
  expect(kindOf([], '90.0.0.1', 3215)).toBeUndefined();
});

it('a range that is none is refused', () => {
  expect(() => createKindTable([{ network: 'tor', ranges: ['90.0.0.0/99'] }])).toThrow('"90.0.0.0/99"');
});
