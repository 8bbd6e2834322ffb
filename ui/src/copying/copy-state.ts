import type { CopyFailure } from '@email-firewall/contract';
import type { ApiFailure } from '../api/api-failure.ts';

/** A mailbox at the revision that the person has seen. */
export type Seen = { mailbox: string; revision: number };

/** Where a copying of rules onto several mailboxes stands. */
export type CopyState = {
  /** Whose rules they are; undefined before the first copying. */
  source: Seen | undefined;
  isRunning: boolean;
  total: number;
  /** Have the rules of the source now. */
  done: readonly string[];
  /** Kept their own, and why. */
  failed: readonly { mailbox: string; failure: CopyFailure }[];
  /** Not reached before the copying stopped. */
  left: readonly Seen[];
  /** Of those left, the ones that were being copied onto when the answer was lost: nobody knows what they have. */
  unsure: readonly Seen[];
  /** Why it stopped before its end. */
  failure: ApiFailure | undefined;
};

/** Before anything was copied. */
export const nothingCopied: CopyState = {
  source: undefined,
  isRunning: false,
  total: 0,
  done: [],
  failed: [],
  left: [],
  unsure: [],
  failure: undefined,
};

/** Whether the rules to copy changed under way: those copied already are then the earlier ones. */
export function hasSourceChanged({ failure }: Pick<CopyState, 'failure'>): boolean {
  return failure?.code === 'stale_revision';
}

/** The mailboxes that should have the rules and do not, or have the earlier ones: what one more try is made for. */
export function stillWaiting(state: CopyState): string[] {
  const { done, failed, left } = state;
  return [
    ...(hasSourceChanged(state) ? done : []),
    ...failed.map(({ mailbox }) => mailbox),
    ...left.map(({ mailbox }) => mailbox),
  ];
}
