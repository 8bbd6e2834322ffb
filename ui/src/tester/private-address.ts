import { type AddressRange, compareWords, parseAddress, parseAddressRange } from '@email-firewall/contract';

/** Networks that are not on the Internet: RFC 1918, 3927, 4193 and 4291. */
const ranges: readonly AddressRange[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => parseAddressRange(text)?.range ?? []);

/** Whether the address exists only inside a home or an office: what a computer says of itself is often that. */
export function isPrivateAddress(text: string): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  return ranges.some((range) => {
    if (range.version === 4) {
      return address.version === 4 && address.value >= range.first && address.value <= range.last;
    }
    if (address.version === 4) return false;
    return compareWords(address.value, range.first) >= 0 && compareWords(address.value, range.last) <= 0;
  });
}
