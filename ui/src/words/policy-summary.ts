import type { Action, MailboxSummary, OutlineItem, OutlineStep } from '@email-firewall/contract';
import { networkName } from './network-names.ts';
import { visibleText } from './visible-text.ts';
import type { Words } from './words.ts';

/** What a policy amounts to: what `outlineOf` makes of its rules, and the default action. */
export type Outline = Pick<MailboxSummary, 'outline' | 'defaultAction'>;

/** More steps than this are no longer a sentence. */
const mostSteps = 4;

/** A policy in a sentence, and a second one about everybody else. */
export function policySummary(
  { outline, defaultAction }: Outline,
  words: Words,
): { lead: string; rest: string } {
  const { t } = words;
  const [first, second, third] = outline;
  const isClosed = defaultAction === 'block';
  const rest = isClosed ? t('summary_rest_block') : t('summary_rest_allow');
  const say = (step: OutlineStep, how: 'and' | 'or' = 'or') => stepWords(step, words, how);
  if (!first) {
    return isClosed ? { lead: t('summary_nobody'), rest: '' } : { lead: t('summary_everybody'), rest: '' };
  }
  const shape = outline.map(({ action }) => action).join();
  if (isClosed && shape === 'allow') return { lead: t('summary_from', { who: say(first) }), rest };
  if (!isClosed && shape === 'block') return { lead: t('summary_except', { not: say(first) }), rest: '' };
  if (isClosed && second && shape === 'block,allow') {
    return { lead: t('summary_from_not', { who: say(second), not: say(first) }), rest };
  }
  if (isClosed && second && third && shape === 'allow,block,allow') {
    const parts = { always: say(first), not: say(second), who: say(third) };
    return { lead: t('summary_always_from_not', parts), rest };
  }
  return { lead: inOrder(outline, words), rest };
}

/** The same in a few words, for a line of a list. */
export function shortSummary(
  { outline, defaultAction }: Outline & { rules: number },
  words: Words,
): string | undefined {
  const { t } = words;
  const [first, second, third] = outline;
  const shape = outline.map(({ action }) => action).join();
  if (defaultAction === 'block') {
    if (!first) return t('summary_short_nobody');
    if (shape === 'allow') return t('summary_short_only', { who: stepWords(first, words, 'and', true) });
    if (second && shape === 'block,allow') {
      const parts = { who: stepWords(second, words, 'and', true), not: stepWords(first, words, 'or', true) };
      return t('summary_short_only_not', parts);
    }
    if (second && third && shape === 'allow,block,allow') {
      return t('summary_short_always', {
        always: stepWords(first, words, 'and', true),
        who: stepWords(third, words, 'and', true),
        not: stepWords(second, words, 'or', true),
      });
    }
    return undefined;
  }
  if (!first) return t('summary_short_everybody');
  return shape === 'block'
    ? t('summary_short_except', { not: stepWords(first, words, 'and', true) })
    : undefined;
}

function inOrder(outline: readonly OutlineStep[], words: Words): string {
  const steps = outline.slice(0, mostSteps).map((step, index) => {
    const who = stepWords(step, words, 'and');
    return words.t(orderKey(step.action, index > 0), { who });
  });
  const more = outline.length > mostSteps ? [words.t('summary_steps_more')] : [];
  return [...steps, ...more].join(' ');
}

function orderKey(action: Action, isLater: boolean) {
  if (action === 'allow') return isLater ? 'summary_then_allow' : 'summary_first_allow';
  return isLater ? 'summary_then_block' : 'summary_first_block';
}

function stepWords({ items, more }: OutlineStep, words: Words, how: 'and' | 'or', isBrief = false): string {
  const named = [...new Set(items.map((item) => itemWords(item, words, isBrief)))];
  const all = more > 0 ? [...named, words.t('rule_condition_more', { count: more })] : named;
  return how === 'and' ? words.allOf(all) : words.anyOf(all);
}

function itemWords(item: OutlineItem, words: Words, isBrief: boolean): string {
  const name = nameOf(item, words, isBrief);
  if (item.expiresAt === undefined) return name;
  return words.t('summary_item_until', { name, day: words.dayHere(item.expiresAt) });
}

function nameOf(item: OutlineItem, words: Words, isBrief: boolean): string {
  switch (item.kind) {
    case 'country':
      return words.countryName(item.country);
    case 'operator':
      return words.providerOf(item.asn) ?? `AS${item.asn}`;
    case 'network':
      return words.t(networkName[item.network]);
    case 'address': {
      const count = item.count - 1;
      const ranges = count > 0 ? words.t('summary_item_ranges', { first: item.first, count }) : item.first;
      const note = visibleText(item.note ?? '').trim();
      if (note === '') return ranges;
      // Whoever gave addresses a name knows them by it.
      return isBrief ? note : words.t('summary_item_note', { note, ranges });
    }
  }
}
