import type { DecidedBy, NetworkFacts, Outcome, Protocol, Rule } from '@email-firewall/contract';

/** One attempt and what became of it, to be recorded. */
export type NewEvent = {
  /** The account that has the mailbox now: whoever has it later is not shown it. Empty, where nobody does. */
  account: string;
  mailbox: string;
  outcome: Outcome;
  protocol: Protocol;
  /** In its usual spelling. */
  address: string;
  /** Milliseconds since 1970 (UTC). */
  time: number;
  facts: NetworkFacts;
  decidedBy?: DecidedBy | undefined;
  /** The rule that decided, as it stands. */
  rule?: Rule | undefined;
  /** The text that the mail program is told, or would be. */
  reason?: string | undefined;
  /**
   * What became of an attempt that was let in between two moments, in milliseconds since 1970: it takes the place of that
   * one, with what decided it. Where there is none, it stands for itself.
   */
  settles?: { from: number; to: number } | undefined;
};

/** Takes events. Never waits and never throws: a decision must not depend on its being recorded. */
export type Recorder = (event: NewEvent) => void;
