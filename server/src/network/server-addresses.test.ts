import { networkInterfaces } from 'node:os';
import { parseAddress } from '@email-firewall/contract';
import { expect, it } from 'vitest';
import { createServerAddresses } from './server-addresses.ts';

const isOwn = (text: string) => {
  const address = parseAddress(text);
  if (!address) throw new Error(text);
  return createServerAddresses(() => performance.now())(address);
};

it.each(['127.0.0.1', '127.255.255.255', '::1', '::ffff:127.0.0.1'])('%s is the server', (text) => {
  expect(isOwn(text)).toBe(true);
});

it.each(['126.255.255.255', '128.0.0.1', '::', '::2', '1::1', '90.12.34.56', '2a01:cb00::1'])(
  '%s is not',
  (text) => {
    expect(isOwn(text)).toBe(false);
  },
);

it("every address of the machine's interfaces is the server", () => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  expect(addresses.map(({ address }) => isOwn(address.replace(/%.*$/, '')))).toEqual(
    addresses.map(() => true),
  );
});
