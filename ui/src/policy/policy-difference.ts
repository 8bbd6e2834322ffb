import type { Action, Mode, PolicySettings, Protocol, Rule } from '@email-firewall/contract';
import { isSameRule } from './policy-change.ts';

/** One thing in which a policy differs from an earlier version of itself. Numbers count from 1, as shown in the page. */
export type PolicyDifference =
  | { kind: 'added'; rule: Rule; number: number }
  | { kind: 'deleted'; rule: Rule; number: number }
  | { kind: 'edited'; before: Rule; after: Rule; number: number }
  | { kind: 'enabled' | 'disabled'; rule: Rule; number: number }
  | { kind: 'moved'; rule: Rule; from: number; to: number }
  | { kind: 'default-action'; action: Action }
  | { kind: 'mode'; mode: Mode }
  | { kind: 'protocol'; protocol: Protocol; isWatched: boolean };

/** What somebody did between two versions of a policy, as far as it can be told from them. */
export function differencesBetween(before: PolicySettings, after: PolicySettings): PolicyDifference[] {
  return [
    ...before.rules.flatMap((rule, index) =>
      indexOf(after, rule) < 0 ? [{ kind: 'deleted', rule, number: index + 1 } as const] : [],
    ),
    ...after.rules.flatMap((rule, index) => differenceOf(before, rule, index)),
    ...moves(before, after),
    ...(before.defaultAction === after.defaultAction
      ? []
      : [{ kind: 'default-action', action: after.defaultAction } as const]),
    ...(before.mode === after.mode ? [] : [{ kind: 'mode', mode: after.mode } as const]),
    ...protocolChanges(before, after),
  ];
}

function indexOf({ rules }: PolicySettings, rule: Rule): number {
  return rules.findIndex(({ id }) => id === rule.id);
}

function differenceOf(before: PolicySettings, rule: Rule, index: number): PolicyDifference[] {
  const earlier = before.rules[indexOf(before, rule)];
  const number = index + 1;
  if (!earlier) return [{ kind: 'added', rule, number }];
  const isEdited = !isSameRule({ ...earlier, enabled: rule.enabled }, rule);
  const isSwitched = earlier.enabled !== rule.enabled;
  return [
    ...(isEdited ? [{ kind: 'edited', before: earlier, after: rule, number } as const] : []),
    ...(isSwitched ? [{ kind: rule.enabled ? 'enabled' : 'disabled', rule, number } as const] : []),
  ];
}

/** The rules that both have and that no longer follow each other as before: as few as explain the new order. */
function moves(before: PolicySettings, after: PolicySettings): PolicyDifference[] {
  const common = after.rules.filter((rule) => indexOf(before, rule) >= 0);
  const kept = longestRising(common.map((rule) => indexOf(before, rule)));
  return common.flatMap((rule, index) =>
    kept.has(index)
      ? []
      : [{ kind: 'moved', rule, from: indexOf(before, rule) + 1, to: indexOf(after, rule) + 1 } as const],
  );
}

/** The places of the longest rising run of numbers, gaps allowed: what stayed in order. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  numbers.forEach((number, index) => {
    let previous = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      const isLonger = (best[earlier]?.length ?? 0) > (best[previous]?.length ?? 0);
      if ((numbers[earlier] ?? 0) < number && isLonger) previous = earlier;
    }
    best.push({ length: (best[previous]?.length ?? 0) + 1, previous });
    if ((best[index]?.length ?? 0) > (best[last]?.length ?? 0)) last = index;
  });
  const places = new Set<number>();
  for (let place = last; place >= 0; place = best[place]?.previous ?? -1) places.add(place);
  return places;
}

function protocolChanges(before: PolicySettings, after: PolicySettings): PolicyDifference[] {
  const all = [...new Set([...before.protocols, ...after.protocols])];
  return all
    .filter((protocol) => before.protocols.includes(protocol) !== after.protocols.includes(protocol))
    .map((protocol) => ({ kind: 'protocol', protocol, isWatched: after.protocols.includes(protocol) }));
}
