import type { OutlineItem, OutlineStep } from '@email-firewall/contract';
import { cutShort } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

/** In one line of a list, more names are no longer read. */
const mostNames = 4;

/** An outline that names no more than a line holds, and counts the rest. */
export function briefOutline(
  outline: readonly OutlineStep[],
  words: Pick<Words, 'providerOf'>,
): OutlineStep[] {
  return outline.map(({ action, items, more }) => {
    const { shown, count } = cutShort(onePerProvider(items, words), mostNames);
    return { action, items: [...shown], more: more + count };
  });
}

/** One provider often has several AS numbers, and is read as one name. */
function onePerProvider(
  items: readonly OutlineItem[],
  { providerOf }: Pick<Words, 'providerOf'>,
): OutlineItem[] {
  const named = new Set<string>();
  return items.filter((item) => {
    const name = item.kind === 'operator' ? providerOf(item.asn) : undefined;
    if (name === undefined) return true;
    const isNew = !named.has(name);
    named.add(name);
    return isNew;
  });
}

/** The AS numbers whose names the outlines need, each once. */
export function asnsIn(outlines: readonly { outline: readonly OutlineStep[] }[]): number[] {
  const asns = new Set<number>();
  for (const { outline } of outlines) {
    for (const item of outline.flatMap(({ items }) => items)) {
      if (item.kind === 'operator') asns.add(item.asn);
    }
  }
  return [...asns];
}
