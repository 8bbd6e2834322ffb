import type { ApiResponse, Decision, NetworkFacts, StrangerKind } from '@email-firewall/contract';

/** Whose login is tried. Real logins of late can join these. */
export type CheckKind = 'you' | StrangerKind;

/** Somebody who might want to get in. */
export type Subject = { id: string; kind: CheckKind; address: string; facts: NetworkFacts };

/** What the rules make of somebody. */
export type Check = Subject & { decision: Decision };

/** Somebody for whom something changes. */
export type CheckChange = Subject & { before: Decision; after: Decision };

/** The person first, if it is known where they are, then the typical strangers. */
export function subjectsOf(
  whoami: ApiResponse<'whoami'> | undefined,
  strangers: ApiResponse<'list_strangers'>['strangers'],
): Subject[] {
  const others = strangers.map((stranger) => ({ id: stranger.kind, ...stranger }));
  if (whoami?.address === undefined) return others;
  return [{ id: 'you', kind: 'you', address: whoami.address, facts: whoami.facts }, ...others];
}

/** Whether a login is really turned away, now. */
export function isRefused({ action, isEnforced }: Decision): boolean {
  return action === 'block' && isEnforced;
}

/** Those who get in before and not after, or the other way round. */
export function changesBetween(before: readonly Check[], after: readonly Check[]): CheckChange[] {
  return after.flatMap(({ id, kind, address, facts, decision }) => {
    const earlier = before.find((check) => check.id === id && check.address === address)?.decision;
    if (!earlier || isRefused(earlier) === isRefused(decision)) return [];
    return [{ id, kind, address, facts, before: earlier, after: decision }];
  });
}
