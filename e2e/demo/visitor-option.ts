import { formatAddress, parseAddress } from '@email-firewall/contract';

/**
 * Where the page takes its visitor to be, unless said otherwise. The browser itself is on this machine, of whose
 * addresses nothing is known and whose logins always pass; a customer is at home, with a provider in some country.
 */
export const defaultVisitor = '90.12.34.56';

/** @throws a sentence, where the text is no address */
export function readVisitor(text: string, option: string): string {
  const address = parseAddress(text.trim());
  if (address) return formatAddress(address);
  throw new Error(`${option}: "${text}" is not an address. Write one address (90.12.34.56 or 2a01:cb08::7).`);
}
