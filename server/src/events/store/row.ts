import type { Outcome } from '@email-firewall/contract';

/** An event that attempts may still be added to, or taken from. Texts by their numbers. */
export type Row = {
  id: number;
  /** Under which attempts alike are counted. */
  key: string;
  outcome: Outcome;
  /** Of the first and the last attempt, in milliseconds since 1970. */
  time: number;
  last: number;
  /** How many attempts it stands for. */
  count: number;
  fact: number;
  ground: number;
  rule: number | null;
  country: string;
};
