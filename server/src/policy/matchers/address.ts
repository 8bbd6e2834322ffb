import { type AddressCondition, type AddressRange, parseAddressRange } from '@email-firewall/contract';
import { createRangeSet } from '../range-set.ts';
import type { Matcher } from './matcher.ts';

/** Hits where the attempt's address lies in one of the ranges, its first and last address included. */
export function matchAddress(condition: AddressCondition): Matcher {
  const isCovered = createRangeSet(condition.ranges.map(readRange));
  return (attempt) => (isCovered(attempt.address) ? 'hit' : 'miss');
}

function readRange(text: string): AddressRange {
  const parsed = parseAddressRange(text);
  // The contract has checked every range of a policy; to pass over a bad one would open a hole in silence.
  if (!parsed) throw new Error(`"${text}" is not a range of addresses`);
  return parsed.range;
}
