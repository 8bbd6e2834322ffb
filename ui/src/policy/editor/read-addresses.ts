import { parseAddressRange } from '@email-firewall/contract';
import { visibleText } from '../../words/visible-text.ts';

/**
 * Reads addresses as people paste them: separated by spaces, commas, semicolons or new lines, also as a list with bullets;
 * `first - last` with any dash and spaces around it, on one line.
 *
 * @returns the ranges in their usual spelling, each once, and the pieces that are none
 */
export function readAddresses(text: string): { ranges: string[]; bad: string[] } {
  const pieces = visibleText(text)
    .split(/[\r\n]+/)
    .flatMap(piecesOf);
  const read = pieces.map((piece) => ({ piece, text: parseAddressRange(piece)?.text }));
  return {
    ranges: unique(read.flatMap(({ text }) => text ?? [])),
    bad: unique(read.flatMap(({ piece, text }) => (text === undefined ? piece : []))),
  };
}

/** A way to write the person's own address: it alone, or the block that one connection is given. */
export type OwnAddress = { kind: 'address' | 'block'; range: string };

/**
 * The ways to write one address. A connection by IPv6 is given a block of 64 bits, and its devices change their addresses
 * inside it every day (RFC 8981): there the block comes first.
 */
export function ownRanges(address: string | undefined): OwnAddress[] {
  const range = address === undefined ? undefined : parseAddressRange(address)?.text;
  if (range === undefined) return [];
  const block = range.includes(':') ? parseAddressRange(`${range}/64`)?.text : undefined;
  return [
    ...(block === undefined ? [] : [{ kind: 'block' as const, range: block }]),
    { kind: 'address', range },
  ];
}

/** The text with one more range at its end. */
export function withAddress(text: string, range: string): string {
  const written = text.trimEnd();
  return written === '' ? range : `${written}\n${range}`;
}

function piecesOf(line: string): string[] {
  return line
    .replace(/^\s*[-–—*•·]\s+/, '')
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((piece) => piece !== '');
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
