export { type Answer, createDecider, type Decider, type LoginRequest } from './decider.ts';
export { createDecisionServer } from './decision-server.ts';
export { mailboxesFor } from './login.ts';
