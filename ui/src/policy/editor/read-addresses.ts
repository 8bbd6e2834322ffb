import { parseAddressRange } from '@email-firewall/contract';

/** What people paste besides space that shows nothing: marks of width zero and of writing direction. */
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;

/**
 * Reads addresses as people paste them: separated by spaces, commas, semicolons or new lines, also as a list with bullets;
 * `first - last` with any dash and spaces around it, on one line.
 *
 * @returns the ranges in their usual spelling, each once, and the pieces that are none
 */
export function readAddresses(text: string): { ranges: string[]; bad: string[] } {
  const pieces = text
    .replace(invisible, '')
    .split(/[\r\n]+/)
    .flatMap(piecesOf);
  const read = pieces.map((piece) => ({ piece, text: parseAddressRange(piece)?.text }));
  return {
    ranges: unique(read.flatMap(({ text }) => text ?? [])),
    bad: unique(read.flatMap(({ piece, text }) => (text === undefined ? piece : []))),
  };
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
