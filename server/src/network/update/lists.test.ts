import { parseAddressRange } from '@email-firewall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkList } from './check-list.ts';
import { mergeRanges } from './merge-ranges.ts';
import { parseList } from './parse-list.ts';

const rangesOf = (...texts: string[]) => texts.flatMap((text) => parseAddressRange(text)?.range ?? []);

describe('lists as their publishers write them', () => {
  it.each([
    [
      "Apple's relay addresses",
      'ranges',
      '172.224.224.0/31,FR,FR-IDF,Paris,\n172.224.224.2/31,GB,GB-EN,London,\r\n2a02:26f7:c9c8:4000::/64,US,US-CA,Los Angeles,\n',
      ['172.224.224.0-172.224.224.3', '2a02:26f7:c9c8:4000::-2a02:26f7:c9c8:4000:ffff:ffff:ffff:ffff'],
      [],
    ],
    [
      "Cloudflare's",
      'ranges',
      '\uFEFF173.245.48.0/20\n# a comment\n\n173.245.64.0/20',
      ['173.245.48.0-173.245.79.255'],
      [],
    ],
    [
      'Tor, one address a line',
      'tor-exits',
      '185.220.101.5\n185.220.101.6\n',
      ['185.220.101.5-185.220.101.6'],
      [],
    ],
    [
      "Tor's exit-addresses",
      'tor-exits',
      'ExitNode 0011BD\nPublished 2026-11-24 01:02:03\nLastStatus 2026-11-24 02:00:00\nExitAddress 185.220.101.5 2026-11-24 02:05:00\n',
      ['185.220.101.5'],
      [],
    ],
    ['X4BNet', 'asns', 'AS174 # Cogent\nAS24940 # Hetzner\n16276\n', [], [174, 24940, 16276]],
    [
      "Amazon's",
      'json',
      JSON.stringify({
        syncToken: '1',
        prefixes: [{ ip_prefix: '3.4.12.4/32', region: 'eu-west-1', service: 'AMAZON' }],
        ipv6_prefixes: [{ ipv6_prefix: '2600:1f00::/24' }],
      }),
      ['3.4.12.4', '2600:1f00::-2600:1fff:ffff:ffff:ffff:ffff:ffff:ffff'],
      [],
    ],
    [
      "Google's",
      'json',
      JSON.stringify({ creationTime: '2026-11-24T01:02:03', prefixes: [{ ipv4Prefix: '34.1.208.0/20' }] }),
      ['34.1.208.0-34.1.223.255'],
      [],
    ],
    [
      "Oracle's",
      'json',
      JSON.stringify({ regions: [{ cidrs: [{ cidr: '129.146.0.0/21', tags: ['OCI'] }] }] }),
      ['129.146.0.0-129.146.7.255'],
      [],
    ],
    [
      "Azure's",
      'json',
      JSON.stringify({ values: [{ properties: { addressPrefixes: ['4.144.0.0/17'] } }] }),
      ['4.144.0.0-4.144.127.255'],
      [],
    ],
  ] as const)('%s', (_name, format, text, ranges, asns) => {
    const parsed = parseList(text, format);
    expect(mergeRanges(parsed.ranges)).toEqual(ranges);
    expect(parsed.asns).toEqual(asns);
  });

  it.each([
    ['ranges', '<!DOCTYPE html><html>', 'This is a web page, and no list.'],
    ['tor-exits', '  <html>', 'This is a web page, and no list.'],
    ['json', '{"prefixes": [{"ip_pre', 'This is no JSON.'],
    ['ranges', '10.0.0.0/8\nnot found\n', '1 of 2 lines make no sense, such as "not found".'],
    ['asns', 'ASX\n', '1 of 1 lines make no sense'],
    ['tor-exits', '185.220.101.0/24\n', '1 of 1 lines make no sense'],
  ] as const)('as %s, %j is refused', (format, text, sentence) => {
    expect(() => parseList(text, format)).toThrow(sentence);
  });

  it('one line in a hundred may make no sense', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `90.0.0.${i}`);
    expect(parseList([...lines.slice(1), 'x'].join('\n'), 'ranges').ranges).toHaveLength(99);
    expect(() => parseList([...lines.slice(2), 'x', 'y'].join('\n'), 'ranges')).toThrow('2 of 100');
  });

  it('no text makes the parser fall', () => {
    const format = fc.constantFrom('ranges', 'asns', 'tor-exits', 'json');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), format, (text, as) => {
        try {
          parseList(text, as);
        } catch (error) {
          expect((error as Error).message).toMatch(/make no sense|no JSON|web page/);
        }
      }),
    );
  });
});

describe('merging', () => {
  it('leaves each address as it was, in or out', () => {
    const block = fc
      .tuple(fc.nat(255), fc.integer({ min: 24, max: 32 }))
      .map(([n, length]) => `90.1.2.${n}/${length}`);
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), fc.nat(255), (blocks, n) => {
        const holds = (texts: string[]) =>
          rangesOf(...texts).some(({ version, first, last }) => {
            const value = 0x5a010200 + n;
            return version === 4 && Number(first) <= value && value <= Number(last);
          });
        const merged = mergeRanges(rangesOf(...blocks));
        expect(holds(merged)).toBe(holds(blocks));
        expect(merged.length).toBeLessThanOrEqual(blocks.length);
      }),
    );
  });

  it('joins what touches, and nothing across the two families', () => {
    expect(mergeRanges(rangesOf('90.0.0.2', '90.0.0.1', '90.0.0.4', '::2', '::1'))).toEqual([
      '90.0.0.1-90.0.0.2',
      '90.0.0.4',
      '::1-::2',
    ]);
  });
});

describe('a list is refused', () => {
  it.each([
    ['0.0.0.0/0', 'too wide'],
    ['0.0.0.0-255.255.255.255', 'too wide'],
    ['80.0.0.0/7', 'too wide'],
    ['::/0', 'too wide'],
    ['2000::/12', 'too wide'],
    ['10.1.2.0/24', 'not part of the public Internet'],
    ['127.0.0.1', 'not part of the public Internet'],
    ['100.64.0.0/16', 'not part of the public Internet'],
    ['192.168.1.1', 'not part of the public Internet'],
    ['224.0.0.1', 'not part of the public Internet'],
    ['fe80::1', 'not part of the public Internet'],
    ['2001:db8::/48', 'not part of the public Internet'],
    ['90.12.0.0/16', 'home connections'],
    ['2a01:cb08::/32', 'home connections'],
  ])('that holds %s', (range, sentence) => {
    expect(() => checkList({ ranges: rangesOf('185.220.101.5', range), asns: [] }, 'hosting')).toThrow(
      sentence,
    );
  });

  it.each([
    [0, 'not an AS number'],
    [23456, 'not an AS number'],
    [64512, 'not an AS number'],
    [4_294_967_295, 'not an AS number'],
    [3215, 'home connections'],
    [7922, 'home connections'],
  ])('that holds AS%i', (asn, sentence) => {
    expect(() => checkList({ ranges: [], asns: [24940, asn] }, 'vpn')).toThrow(sentence);
  });

  it('that is empty', () => {
    expect(() => checkList({ ranges: [], asns: [] }, 'tor')).toThrow('The list is empty.');
  });

  it('but not a good one', () => {
    expect(() =>
      checkList({ ranges: rangesOf('3.0.0.0/8', '2600:1f00::/24'), asns: [24940] }, 'hosting'),
    ).not.toThrow();
  });
});
