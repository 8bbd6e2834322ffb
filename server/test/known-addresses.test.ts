import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NetworkData, openNetworkData } from '../src/network/index.ts';

/** Public addresses whose operators are known from themselves. Null: nobody can know, or it is not for us to say. */
type Known = {
  address: string;
  what: string;
  country?: string | null;
  asn: number | null;
  network: string | null;
};

const table: Known[] = JSON.parse(readFileSync(new URL('known-addresses.json', import.meta.url), 'utf8'));

let data: NetworkData;
beforeAll(async () => {
  data = await openNetworkData({ log: () => undefined, now: () => new Date() });
});
afterAll(() => data.close());

describe('what is installed knows', () => {
  it.each(table)('$address ($what)', ({ address, country, asn, network }) => {
    const facts = data.factsFor(address);
    expect(facts.operator?.asn ?? null).toBe(asn);
    expect(facts.network ?? null).toBe(network);
    // Of a rented server's country the databases say what its renter tells them: no truth to hold them to.
    if (country !== undefined) expect(facts.country ?? null).toBe(country);
  });
});
