export { type LoginOutcome, reportLogins } from './login-outcomes.ts';
export { type MailLog, openMailLog } from './mail-log.ts';
export { createRefusals, type Refusals } from './refusals.ts';
