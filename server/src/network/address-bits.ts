import type { Address, Words } from '@email-firewall/contract';

/** The address as one whole number, as wide as its family: what can be counted on and shifted. */
export function bitsOf(address: Address): bigint {
  return address.version === 4 ? BigInt(address.value) : joined(address.value);
}

/** The address that a whole number stands for. */
export function addressAt(bits: bigint, version: Address['version']): Address {
  if (version === 4) return { version, value: Number(bits) };
  const word = (shift: bigint) => Number((bits >> shift) & 0xffffffffn);
  return { version, value: [word(96n), word(64n), word(32n), word(0n)] };
}

function joined(words: Words): bigint {
  return words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
}
