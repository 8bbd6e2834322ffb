import { countryCodes } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { outlines } from './world-map.ts';

const map = outlines();

/** How far a path reaches from west to east, in degrees. */
function width(path: string): number {
  const widths = path.split('M').flatMap((ring) => {
    if (ring === '') return [];
    const [start = '', steps = ''] = ring.slice(0, -1).split('l');
    let x = Number(start.split(' ')[0]);
    const all = [x];
    // "1 2 3 4": across, down, across, down.
    for (const [index, step] of steps.split(' ').entries()) {
      if (index % 2 > 0) continue;
      x += Number(step);
      all.push(x);
    }
    return [Math.max(...all) - Math.min(...all)];
  });
  return Math.max(...widths) / 10;
}

describe('the map of the world', () => {
  test('holds most countries, each under a code of the contract', () => {
    const codes = Object.keys(map);
    expect(codes.length).toBeGreaterThan(160);
    expect(codes).toEqual(expect.arrayContaining(['FR', 'DE', 'US', 'BR', 'RU', 'XK']));
    expect(codes.filter((code) => !countryCodes.includes(code))).toEqual([]);
  });

  test('draws no country around the world: beyond 180 degrees it goes on', () => {
    const wide = Object.keys(map).filter((code) => code !== 'AQ' && width(map[code] ?? '') > 170);
    expect(wide).toEqual([]);
    expect(width(map['FR'] ?? '')).toBeGreaterThan(5);
  });
});
