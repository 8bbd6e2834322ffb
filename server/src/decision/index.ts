export { createDecider, type Decider, type TriedAttempt } from './decider.ts';
export { createDecisionServer } from './decision-server.ts';
export { mailboxesFor } from './login.ts';
