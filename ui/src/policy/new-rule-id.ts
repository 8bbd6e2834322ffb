const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id no other rule has. Unlike `crypto.randomUUID`, this also works on a page that came without encryption. */
export function newRuleId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}
