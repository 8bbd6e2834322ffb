import type { PolicySettings } from '@email-firewall/contract';

/** Under these names the query client keeps what the server said. */
export const mailboxesKey = ['mailboxes'] as const;
export const dataStatusKey = ['data-status'] as const;
export const whoamiKey = ['whoami'] as const;
export const countriesKey = ['countries'] as const;
export const strangersKey = ['strangers'] as const;

export function policyKey(mailbox: string): readonly ['policy', string] {
  return ['policy', mailbox];
}

export function operatorNamesKey(asns: readonly number[]): readonly ['operator-names', readonly number[]] {
  return ['operator-names', asns];
}

export function providersKey(query: string): readonly ['providers', string] {
  return ['providers', query];
}

/** What the rules of a mailbox, as of a revision, make of the person's own address. */
export function ownConnectionKey(
  { mailbox, revision }: { mailbox: string; revision: number },
  address: string | undefined,
): readonly ['own-connection', string, number, string | undefined] {
  return ['own-connection', mailbox, revision, address];
}

/** What settings would do, whether they are saved or not; `attempts` is all else that the answer depends on. */
export function trialKey<Attempts>(
  mailbox: string,
  settings: PolicySettings,
  attempts: Attempts,
): readonly ['trial', string, PolicySettings, Attempts] {
  return ['trial', mailbox, settings, attempts];
}

/** Events of one mailbox, or of all; `asked` is all else that the answer depends on. */
export function eventsKey<Asked>(
  mailbox: string | undefined,
  asked: Asked,
): readonly ['events', string | undefined, Asked] {
  return ['events', mailbox, asked];
}

export const mailboxCountsKey = ['mailbox-counts'] as const;
