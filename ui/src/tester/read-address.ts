import { formatAddress, parseAddress, parseAddressRange } from '@email-firewall/contract';
import { visibleText } from '../words/visible-text.ts';

/** What can be wrong with a text that should be one address. */
export type AddressFault = 'empty' | 'several' | 'range' | 'name' | 'numbers' | 'other';

export type ReadAddress = { ok: true; address: string } | { ok: false; fault: AddressFault; text: string };

/** Quotes and brackets around it, and what follows it in a sentence or a log ("rip=203.0.113.7,"). */
const wrapping = /^[\s"'“”«»<(`]+|[\s"'“”«»>)`,;.]+$/g;
const logName = /^r?ip\s*[=:]\s*/i;

/**
 * Reads one address as people paste it: with space, quotes or brackets around it, out of a log, with a port
 * (`203.0.113.7:993`, `[2001:db8::7]:993`), a zone (`fe80::1%eth0`) or the length of a whole address (`203.0.113.7/32`).
 *
 * @returns the address in its usual spelling, an IPv4-mapped one as IPv4; or what is wrong with the text
 */
export function readAddress(text: string): ReadAddress {
  const bare = strip(strip(visibleText(text)).replace(logName, ''));
  if (bare === '') return { ok: false, fault: 'empty', text: bare };
  const address = parseAddress(withoutPort(bare));
  if (address) return { ok: true, address: formatAddress(address) };
  return { ok: false, fault: faultOf(bare), text: bare };
}

function strip(text: string): string {
  return text.replace(wrapping, '');
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1];
  const dotted = /^([\d.]+):\d+$/.exec(text)?.[1];
  return (bracketed ?? dotted ?? text).replace(/%\w+$/, '').replace(/(?<=\.\d+)\/32$|(?<=:.*)\/128$/, '');
}

function faultOf(text: string): AddressFault {
  if (parseAddressRange(text)) return 'range';
  const pieces = text.split(/[\s,;]+/).filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => parseAddressRange(strip(piece)))) return 'several';
  if (/^[\d.]+$/.test(text)) return 'numbers';
  return /^(?:[\p{L}\d-]+\.)+\p{L}{2,}$|@/u.test(text) ? 'name' : 'other';
}
