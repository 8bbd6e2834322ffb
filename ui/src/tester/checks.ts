import type { ApiResponse, Decision, NetworkFacts, StrangerKind } from '@email-firewall/contract';

/** Whose login is tried: the person's own, one that was seen of late, one that was refused, or a stranger's. */
export type CheckKind = 'you' | 'login' | 'attempt' | StrangerKind;

/** Somebody who might want to get in. */
export type Subject = {
  id: string;
  kind: CheckKind;
  address: string;
  facts: NetworkFacts;
  /** When a login from there was last seen. */
  lastSeen?: string;
};

/** What the rules make of somebody. */
export type Check = Subject & { decision: Decision };

/** Somebody for whom something changes. */
export type CheckChange = Subject & { before: Decision; after: Decision };

/** The person first, if it is known where they are, then the logins of late, and the typical strangers. */
export function subjectsOf(
  whoami: ApiResponse<'whoami'> | undefined,
  strangers: ApiResponse<'list_strangers'>['strangers'],
  logins: readonly Subject[] = [],
): Subject[] {
  const others: Subject[] = [
    ...logins.filter(({ address }) => address !== whoami?.address),
    ...strangers.map((stranger) => ({ id: stranger.kind, ...stranger })),
  ];
  if (whoami?.address === undefined) return others;
  return [{ id: 'you', kind: 'you', address: whoami.address, facts: whoami.facts }, ...others];
}

/** Whether a login is really turned away, now. */
export function isRefused({ action, isEnforced }: Decision): boolean {
  return action === 'block' && isEnforced;
}

/** Those who get in before and not after, or the other way round. */
export function changesBetween(before: readonly Check[], after: readonly Check[]): CheckChange[] {
  return after.flatMap(({ decision, ...subject }) => {
    const { id, address } = subject;
    const earlier = before.find((check) => check.id === id && check.address === address)?.decision;
    if (!earlier || isRefused(earlier) === isRefused(decision)) return [];
    return [{ ...subject, before: earlier, after: decision }];
  });
}
