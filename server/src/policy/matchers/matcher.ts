import type { NetworkFacts } from '@email-firewall/contract';
import type { Attempt } from '../attempt.ts';

/** Whether a condition holds. `unknown`: the fact it asks for is not known; that never counts as a hit. */
export type Outcome = 'hit' | 'miss' | 'unknown';

/** A condition, compiled: asked once for each attempt. */
export type Matcher = (attempt: Attempt, facts: NetworkFacts) => Outcome;
