import type { RuleDraft } from './rule-draft.ts';

/**
 * Drafts that were left without being saved: they are kept for as long as the page is open, so that nothing typed is
 * lost with a dialog closed by accident.
 */
const drafts = new Map<string, RuleDraft>();

/** @param ruleId of the rule that was being edited; none for a new one */
export function keptDraft(mailbox: string, ruleId: string | undefined): RuleDraft | undefined {
  return drafts.get(keyOf(mailbox, ruleId));
}

/** Keeps a draft, or forgets it where none is given. */
export function keepDraft(mailbox: string, ruleId: string | undefined, draft: RuleDraft | undefined): void {
  if (draft) drafts.set(keyOf(mailbox, ruleId), draft);
  else drafts.delete(keyOf(mailbox, ruleId));
}

function keyOf(mailbox: string, ruleId = ''): string {
  return `${mailbox} ${ruleId}`;
}
