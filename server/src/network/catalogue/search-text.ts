/** Legal forms and the like, which nobody types. */
const empty = new Set(
  (
    'sa sas sasu sarl spa srl gmbh ag kg co cokg ohg ug ltd limited plc llc lllp inc incorporated corp corporation company bv nv ab as ' +
    'oy oyj aps sro zrt kft sp zoo sl slu sau lda ltda pjsc pao ojsc jsc ooo zao pt tbk pty pvt private de cv sdn bhd kk &'
  ).split(' '),
);

/** Lower case, without accents, words apart by one space. */
export function foldText(text: string): string {
  return lower(text)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/** A folded text with nothing between its letters: "T-Mobile" and "AT&T" as some type them. */
export function tighten(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words that signs part, each as one, folded: "T-Mobile US" gives "tmobile". */
export function joinedWords(text: string): string[] {
  const parted = lower(text).match(/[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s]+[\p{L}\p{N}]+)+/gu) ?? [];
  return parted.map(tighten);
}

/** Lower case, without accents and without the dots of initials. */
function lower(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '');
}

/** What two names of one organisation have in common: "Orange S.A." and "ORANGE SA" give the same. */
export function organisationKey(name: string): string {
  const words = foldText(name).split(' ');
  const kept = words.filter((word) => !empty.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}
