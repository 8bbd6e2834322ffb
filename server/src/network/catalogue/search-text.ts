/** Legal forms and the like, which nobody types. */
const empty = new Set(
  (
    'sa sas sasu sarl spa srl gmbh ag kg co cokg ohg ug ltd limited plc llc lllp inc incorporated corp corporation company bv nv ab as ' +
    'oy oyj aps sro zrt kft sp zoo sl slu sau lda ltda pjsc pao ojsc jsc ooo zao pt tbk pty pvt private de cv sdn bhd kk &'
  ).split(' '),
);

/** Lower case, without accents, words apart by one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/** What two names of one organisation have in common: "Orange S.A." and "ORANGE SA" give the same. */
export function organisationKey(name: string): string {
  const words = foldText(name).split(' ');
  const kept = words.filter((word) => !empty.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}
