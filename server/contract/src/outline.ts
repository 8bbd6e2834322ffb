import * as z from 'zod/mini';
import { type Action, actions, networkKinds } from './options.ts';
import type { Condition, PolicySettings, Rule } from './policy.ts';

/** Until when a part counts, where its rule has an end. */
const until = { expiresAt: z.optional(z.string()) };

/** One thing that a rule names: a country, an operator, a kind of network, or its addresses together. */
export const outlineItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('country'), country: z.string(), ...until }),
  z.strictObject({ kind: z.literal('operator'), asn: z.number(), ...until }),
  z.strictObject({ kind: z.literal('network'), network: z.enum(networkKinds), ...until }),
  z.strictObject({
    kind: z.literal('address'),
    /** The first of them, and how many there are. */
    first: z.string(),
    count: z.number(),
    /** The rule's note: what a person calls these addresses. */
    note: z.optional(z.string()),
    ...until,
  }),
]);
export type OutlineItem = z.infer<typeof outlineItemSchema>;

export const outlineStepSchema = z.strictObject({
  action: z.enum(actions),
  items: z.array(outlineItemSchema),
  /** How many more there are than are named. */
  more: z.number(),
});
/** What rules of one action, read one after another, name together. */
export type OutlineStep = z.infer<typeof outlineStepSchema>;

/**
 * What a policy amounts to: the rules that count now, those of one action that follow each other put together. Rules
 * before the default action that do the same as it are left out, for they change nothing.
 *
 * @param time milliseconds since 1970 (UTC)
 * @param most so many parts of each step are named
 */
export function outlineOf(
  { rules, defaultAction }: Pick<PolicySettings, 'rules' | 'defaultAction'>,
  time: number,
  most = Number.POSITIVE_INFINITY,
): OutlineStep[] {
  const steps: { action: Action; rules: Rule[] }[] = [];
  for (const rule of rules) {
    if (!isInForce(rule, time)) continue;
    const last = steps.at(-1);
    if (last?.action === rule.action) last.rules.push(rule);
    else steps.push({ action: rule.action, rules: [rule] });
  }
  if (steps.at(-1)?.action === defaultAction) steps.pop();
  return steps.map(({ action, rules: together }) => ({ action, ...namedBy(together, most) }));
}

/**
 * Whether a rule is read at all.
 *
 * @param time milliseconds since 1970 (UTC)
 */
export function isInForce({ enabled, expiresAt }: Rule, time: number): boolean {
  return enabled && (expiresAt === undefined || Date.parse(expiresAt) > time);
}

/** Each thing once; of two that differ in their end alone, the one that lasts longer. */
function namedBy(rules: readonly Rule[], most: number): Pick<OutlineStep, 'items' | 'more'> {
  const items = new Map<Name, OutlineItem>();
  const others = new Set<Name>();
  for (const { condition, note, expiresAt } of rules) {
    for (const [name, part] of partsOf(condition, note)) {
      const known = items.get(name);
      if (!known && items.size >= most) {
        others.add(name);
        continue;
      }
      const item = expiresAt === undefined ? part : { ...part, expiresAt };
      if (!known || endOf(item) > endOf(known)) items.set(name, item);
    }
  }
  return { items: [...items.values()], more: others.size };
}

/** Tells what a rule names apart, across the kinds of condition: a policy can name half a million, and most are only counted. */
type Name = string | number;

/** Addresses are told apart by all of them and their note, not by the first. */
function partsOf(condition: Condition, note: string | undefined): [Name, OutlineItem][] {
  const { kind } = condition;
  switch (kind) {
    case 'address': {
      const { ranges } = condition;
      const [first = ''] = ranges;
      return [
        [`${ranges.join()} ${note ?? ''}`, { kind, first, count: ranges.length, ...(note && { note }) }],
      ];
    }
    case 'country':
      return condition.countries.map((country) => [country, { kind, country }]);
    case 'operator':
      return condition.asns.map((asn) => [asn, { kind, asn }]);
    case 'network':
      return condition.networks.map((network) => [network, { kind, network }]);
  }
}

function endOf({ expiresAt }: OutlineItem): number {
  return expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
}
