import * as z from 'zod/mini';
import { actions } from './options.ts';

/** What became of one rule while a decision was made. Only `hit` decides. */
export const ruleOutcomes = ['hit', 'miss', 'unknown', 'disabled', 'expired'] as const;
export type RuleOutcome = (typeof ruleOutcomes)[number];

export const traceStepSchema = z.strictObject({
  /** Counts from 1, as shown in the page. */
  ruleNumber: z.number(),
  ruleId: z.string(),
  outcome: z.enum(ruleOutcomes),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/**
 * What decided: a rule, the default action, the mailbox's mode `off`, a protocol that is not watched, or that the
 * attempt comes from the server itself (webmail, health checks).
 */
export const decidedBySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), ruleNumber: z.number(), ruleId: z.string() }),
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('protocol') }),
  z.strictObject({ kind: z.literal('server') }),
]);
export type DecidedBy = z.infer<typeof decidedBySchema>;

export const decisionSchema = z.strictObject({
  action: z.enum(actions),
  /** False where the mailbox is only watched: a block is then recorded and nothing is refused. */
  isEnforced: z.boolean(),
  decidedBy: decidedBySchema,
  /** For a block, the text that the mail program is told. */
  reason: z.optional(z.string()),
  /** The rules in the order they were read, up to the one that decided. Present where it was asked for. */
  trace: z.optional(z.array(traceStepSchema)),
});
export type Decision = z.infer<typeof decisionSchema>;
