/**
 * Marks of width zero, and of writing direction: they come along with what is pasted, and show nothing; inside a sentence
 * they can turn round what stands beside them.
 */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text without what cannot be seen in it. */
export function visibleText(text: string): string {
  return text.replace(invisible, '');
}
