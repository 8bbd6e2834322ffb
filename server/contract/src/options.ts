/** The option lists of a policy, as data: menus, schemas and matchers all read them here, so they cannot diverge. */

export const actions = ['allow', 'block'] as const;
export type Action = (typeof actions)[number];

export const conditionKinds = ['address', 'country', 'operator', 'network'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** Kinds of network that public data can name. Nothing known is the absence of a kind: no data can prove "residential". */
export const networkKinds = ['hosting', 'vpn', 'tor', 'relay', 'mail-cloud'] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** `enforce` refuses, `monitor` decides and records but refuses nothing, `off` keeps the rules and asks nothing of them. */
export const modes = ['enforce', 'monitor', 'off'] as const;
export type Mode = (typeof modes)[number];

export const protocols = ['imap', 'pop3', 'smtp', 'sieve'] as const;
export type Protocol = (typeof protocols)[number];

/** Watched for every mailbox; `smtp` and `sieve` are added per mailbox. */
export const alwaysWatched = ['imap', 'pop3'] as const satisfies readonly Protocol[];

/** Bounds of what one request or policy file may hold. */
export const limits = {
  rules: 1000,
  rangesPerRule: 1000,
  countriesPerRule: 300,
  asnsPerRule: 1000,
  noteLength: 200,
  ruleIdLength: 64,
  mailboxLength: 200,
  queryLength: 100,
  /** Of one request that asks about several. */
  attempts: 30,
  copies: 50,
  /** Of a mailbox's outline in the list: one of so many steps may go on, and says of each step how much more it names. */
  outlineSteps: 4,
  outlineItems: 12,
  /** Of one page of the event log, and of one export. */
  events: 200,
  exportedEvents: 50_000,
  cursorLength: 20,
  /** Hours or days of one summary. */
  buckets: 2500,
} as const;
