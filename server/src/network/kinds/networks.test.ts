import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAddressRange } from '@email-firewall/contract';
import { describe, expect, it } from 'vitest';

type Named = { name: string; network: string; source: string };
const networks: {
  operators: (Named & { asns: number[] })[];
  ranges: (Named & { ranges: string[] })[];
} = JSON.parse(readFileSync(new URL('networks.json', import.meta.url), 'utf8'));
const asns = networks.operators.flatMap((operator) => operator.asns);

/** Home, mobile and university networks, which must never be taken for anything else. */
const accessNetworks: Readonly<Record<string, readonly number[]>> = {
  'Orange, SFR, Bouygues, Free (FR)': [3215, 15557, 5410, 12322, 51207, 29447],
  'OVH Telecom (FR)': [35540],
  'Telekom, Vodafone, Telefónica, 1&1 (DE)': [3320, 3209, 31334, 6805, 8881, 60294],
  'BT, Sky, Virgin, TalkTalk, EE, Three, Vodafone (GB)': [
    2856, 5607, 5089, 13285, 12576, 60339, 206067, 25135,
  ],
  'Comcast, Verizon, AT&T, T-Mobile, Charter, Cox (US)': [
    7922, 701, 22394, 7018, 20057, 21928, 20115, 20001, 11426, 22773, 6167,
  ],
  'Google Fiber (US)': [16591],
  'Bell, Rogers, Telus, Videotron (CA)': [577, 812, 852, 5769],
  'Telstra, Optus, TPG (AU)': [1221, 4804, 7545],
  'NTT, KDDI, SoftBank, Rakuten (JP)': [4713, 2516, 17676, 138384],
  'Korea Telecom, SK, LG (KR)': [4766, 9318, 3786],
  'China Telecom, Unicom, Mobile (CN)': [4134, 4837, 9808],
  'Jio, Airtel, BSNL (IN)': [55836, 9498, 24560, 9829],
  'Swisscom, Sunrise (CH)': [3303, 6730],
  'Proximus, Telenet (BE)': [5432, 6848],
  'KPN, Ziggo, Odido (NL)': [1136, 33915, 50266],
  'TIM, Fastweb, WindTre, Iliad, Vodafone (IT)': [3269, 12874, 1267, 29447, 30722],
  'Telefónica, Orange, Vodafone, Digi (ES)': [3352, 12479, 12430, 57269],
  'MEO, NOS, Vodafone (PT)': [3243, 2860, 12353],
  'A1, Magenta (AT)': [8447, 8412],
  'Orange, Play, Plus, T-Mobile (PL)': [5617, 39603, 8374, 12912],
  'O2, Vodafone (CZ)': [5610, 16019],
  'Telia, Telenor, Tele2, Bahnhof (SE)': [3301, 2119, 1257, 8473],
  'Elisa, DNA (FI)': [719, 16086],
  'TDC (DK)': [3292],
  'Rostelecom, MTS, Beeline, MegaFon (RU)': [12389, 8359, 3216, 31133],
  'Türk Telekom, Turkcell, Vodafone (TR)': [47331, 9121, 16135, 15897],
  'Kyivstar, Ukrtelecom (UA)': [15895, 6849],
  'Vivo, Claro, TIM, Oi (BR)': [27699, 26599, 28573, 26615, 7738],
  'Telmex, Telcel (MX)': [8151, 28403],
  'Movistar (AR, CL, CO)': [22927, 7418, 3816],
  'Maroc Telecom, Inwi (MA)': [36903, 36884],
  'Vodacom, MTN (ZA)': [29975, 16637],
  Starlink: [14593],
  'DFN, JANET, RENATER, SURF, GARR, SWITCH, MIT': [680, 786, 2200, 1103, 137, 559, 3],
  // They carry Private Relay and WARP, and Google's own services: people, beside servers.
  'Cloudflare, Fastly, Google': [13335, 54113, 15169],
};

describe('the embedded list of networks', () => {
  it('names at least 300 operators of servers', () => {
    expect(networks.operators.filter(({ network }) => network === 'hosting').length).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('names no AS number and no operator twice', () => {
    const names = networks.operators.map(({ name }) => name);
    expect(asns.filter((asn, index) => asns.indexOf(asn) !== index)).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('knows a source for each', () => {
    for (const { source, name } of [...networks.operators, ...networks.ranges]) {
      expect(source, name).toMatch(/^https:\/\/[\w.-]+\.[a-z]+(\/\S*)?$/);
    }
  });

  it('holds ranges that can be read', () => {
    for (const range of networks.ranges.flatMap(({ ranges }) => ranges)) {
      expect(parseAddressRange(range), range).toBeDefined();
    }
  });

  it('holds only AS numbers that the register knows', () => {
    const known = new Set<number>();
    for (const version of [4, 6]) {
      const file = fileURLToPath(import.meta.resolve(`@ip-location-db/asn/asn-ipv${version}-num.csv`));
      for (const line of readFileSync(file, 'utf8').split('\n')) known.add(Number(line.split(',', 3)[2]));
    }
    expect(asns.filter((asn) => !known.has(asn))).toEqual([]);
  });

  it.each(Object.entries(accessNetworks))('holds none of %s', (_name, numbers) => {
    expect(numbers.filter((asn) => asns.includes(asn))).toEqual([]);
  });
});
