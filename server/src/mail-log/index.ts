export { type LoginOutcome, reportLogins } from './login-outcomes.ts';
export { openMailLog } from './mail-log.ts';
export { createRefusals } from './refusals.ts';
