import type { Decision, NetworkFacts, PolicySettings, Rule, RuleOutcome } from '@email-firewall/contract';
import { ruleSentence } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';
import { factWords } from './fact-words.ts';

/** One rule, as it was read. */
export type TraceRow = {
  number: number;
  ruleId: string;
  outcome: RuleOutcome;
  /** What the rule does where it fits. */
  action: Rule['action'];
  sentence: string;
  /** What a person calls the rule. */
  note?: string;
  /** How it came out, in words. */
  result: string;
  /** What it was held against; nothing where it was passed over. */
  fact: string | undefined;
};

/** So many rules are read at a glance; of more, only the last ones, the deciding one among them, are shown at first. */
const mostShown = 6;
const lastShown = 3;

/** The rules in the order they were read, in words. */
export function traceRows(
  { trace = [] }: Decision,
  { rules }: Pick<PolicySettings, 'rules'>,
  facts: NetworkFacts,
  words: Words,
): TraceRow[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return trace.flatMap(({ ruleNumber: number, ruleId, outcome }) => {
    const rule = byId.get(ruleId);
    if (!rule) return [];
    const isRead = outcome !== 'disabled' && outcome !== 'expired';
    return [
      {
        number,
        ruleId,
        outcome,
        action: rule.action,
        sentence: ruleSentence(rule, words),
        ...(rule.note !== undefined && { note: rule.note }),
        result: resultWords(outcome, rule, words),
        fact: isRead ? factWords(rule.condition, outcome, facts, words) : undefined,
      },
    ];
  });
}

function resultWords(outcome: RuleOutcome, { expiresAt = '' }: Rule, { t, lastMoment }: Words): string {
  switch (outcome) {
    case 'hit':
      return t('tester_trace_hit');
    case 'miss':
      return t('tester_trace_miss');
    case 'unknown':
      return t('tester_trace_unknown');
    case 'disabled':
      return t('tester_trace_disabled');
    case 'expired':
      return t('tester_trace_expired', { moment: lastMoment(expiresAt) });
  }
}

/** The first place in a trace that is shown before the person asks for all of it. */
export function firstShown(length: number): number {
  return length > mostShown ? length - lastShown : 0;
}
