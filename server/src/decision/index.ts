export { createDecider, type Decider } from './decider.ts';
export { createDecisionServer } from './decision-server.ts';
