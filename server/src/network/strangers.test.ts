import { countryCodes, type NetworkFacts, strangerKinds } from '@email-firewall/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NetworkData, openNetworkData } from './data/network-data.ts';
import type { FactsSource } from './facts-source.ts';
import { strangersTo } from './strangers.ts';

/** Knows the same of every address. */
const always = (facts: NetworkFacts): FactsSource => ({ factsFor: () => facts });

const kindsIn = (facts: NetworkFacts, country?: string) =>
  strangersTo(country, always(facts)).map(({ kind }) => kind);

describe('a stranger counts while the data say of its address what it stands for', () => {
  it.each([
    ['a rented server', { country: 'DE', network: 'hosting' }, ['server']],
    ['a VPN exit', { network: 'vpn' }, ['vpn']],
    ['a Tor exit', { network: 'tor' }, ['tor']],
    ['Private Relay, which is no stranger', { country: 'DE', network: 'relay' }, []],
    ['a home in another country', { country: 'BR' }, ['home']],
    ['a home in the same country', { country: 'FR' }, []],
    ['nothing', {}, []],
  ] as const)('%s', (_title, facts, kinds) => {
    expect(kindsIn(facts, 'FR')).toEqual(kinds);
  });

  it('a home counts wherever it is, if nobody knows where the person is', () => {
    expect(kindsIn({ country: 'BR' })).toEqual(['home']);
  });
});

describe('with the data that are installed', () => {
  let data: NetworkData;
  beforeAll(async () => {
    data = await openNetworkData({ log: () => undefined, now: () => new Date() });
  });
  afterAll(() => data.close());

  it('each kind of stranger is found, with what is known of its address', () => {
    const strangers = strangersTo('FR', data);
    expect(strangers.map(({ kind }) => kind)).toEqual([...strangerKinds]);
    for (const { address, facts } of strangers) expect(facts).toEqual(data.factsFor(address));
    expect(strangers.map(({ facts }) => facts.network)).toEqual(['hosting', 'vpn', 'tor', undefined]);
  });

  it('a home is found for a person of whatever country, and never in that country', () => {
    for (const country of countryCodes) {
      const home = strangersTo(country, data).find(({ kind }) => kind === 'home');
      expect(home?.facts.country, country).toMatch(/^[A-Z]{2}$/);
      expect(home?.facts.country).not.toBe(country);
    }
  });
});
