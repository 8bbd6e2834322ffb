import { createRequire } from 'node:module';
import isoCountries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

/** As the page imports it: the outline of each country, by its code (ISO 3166-1 alpha-2), as the path of an SVG. */
const name = 'virtual:world-map';
const id = `\0${name}`;

/** Tenths of a degree: finer than a pixel of a map that fits a window. */
const perDegree = 10;

type World = Topology<{ countries: GeometryCollection }>;
type Ring = readonly (readonly number[])[];

/**
 * Makes the map of the world when the page is built, from Natural Earth's outlines (public domain; world-atlas, 1:110m):
 * longitude is x and latitude y, turned upside down. Countries too small for that scale are left out.
 */
export function worldMap(): Plugin {
  return {
    name: 'world-map',
    resolveId: (source) => (source === name ? id : undefined),
    load: (source) => (source === id ? `export default ${JSON.stringify(outlines())};` : undefined),
  };
}

/** The outline of each country, by its code. */
export function outlines(): Record<string, string> {
  const world = createRequire(import.meta.url)('world-atlas/countries-110m.json') as World;
  const { features } = feature(world, world.objects.countries);
  return Object.fromEntries(
    features.flatMap(({ id: number, properties, geometry }) => {
      const code = codeOf(number, properties);
      if (code === undefined || !('coordinates' in geometry)) return [];
      const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
      return [[code, (polygons as Ring[][]).flat().map(unwrap).map(pathOf).join('')]];
    }),
  );
}

/** Natural Earth numbers countries as ISO 3166-1 does; Kosovo has no number there. */
function codeOf(number: string | number | undefined, properties: unknown): string | undefined {
  if (number !== undefined) return isoCountries.numericToAlpha2(number);
  const called = (properties as { name?: string } | null)?.name;
  return called === 'Kosovo' ? 'XK' : undefined;
}

/** West of here the map ends; what lies there, the tip of Siberia, is drawn at its eastern end. */
const westEnd = -170;

/** A ring that crosses 180 degrees goes on beyond, rather than back around the world. */
function unwrap(ring: Ring): Ring {
  let [turns, before] = [0, ring[0]?.[0] ?? 0];
  const longitudes = ring.map(([longitude = 0]) => {
    if (longitude - before > 180) turns--;
    if (longitude - before < -180) turns++;
    before = longitude;
    return longitude + 360 * turns;
  });
  const shift = (Math.min(...longitudes) + Math.max(...longitudes)) / 2 < westEnd ? 360 : 0;
  return ring.map(([, latitude = 0], index) => [(longitudes[index] ?? 0) + shift, latitude]);
}

/** A ring as whole numbers, each point told from the one before: that is shortest. */
function pathOf(ring: Ring): string {
  let [x, y] = [0, 0];
  const steps = ring.map(([longitude = 0, latitude = 0]) => {
    const [toX, toY] = [Math.round(longitude * perDegree), Math.round(-latitude * perDegree)];
    const step = `${toX - x} ${toY - y}`;
    [x, y] = [toX, toY];
    return step;
  });
  const [first, ...rest] = steps;
  return `M${first}l${rest.join(' ')}z`;
}
