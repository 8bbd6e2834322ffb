import { networkInterfaces } from 'node:os';
import { type Address, formatAddress, parseAddress } from '@email-firewall/contract';

/** How long a list of the machine's addresses is believed, in milliseconds. */
const believedFor = 10_000;

/**
 * Tells the server itself from the rest of the world. Webmail and the server's health checks log in from there.
 *
 * @param clock milliseconds, rising
 * @returns whether an address is loopback or one of this machine's own
 */
export function createServerAddresses(clock: () => number): (address: Address) => boolean {
  let own = new Set<string>();
  let readAt = Number.NEGATIVE_INFINITY;
  return (address) => {
    if (isLoopback(address)) return true;
    if (clock() - readAt > believedFor) {
      own = readOwnAddresses();
      readAt = clock();
    }
    return own.has(formatAddress(address));
  };
}

function isLoopback(address: Address): boolean {
  return address.version === 4
    ? address.value >>> 24 === 127
    : address.value.slice(0, 3).every((word) => word === 0) && address.value[3] === 1;
}

function readOwnAddresses(): Set<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(
    addresses.flatMap(({ address }) => {
      const parsed = parseAddress(address.replace(/%.*$/, ''));
      return parsed ? [formatAddress(parsed)] : [];
    }),
  );
}
