import { type Condition, isInForce, limits, type PolicySettings, type Rule } from '@email-firewall/contract';
import type { PolicyChange } from '../policy-change.ts';
import type { RuleDraft } from './rule-draft.ts';
import { suggestPlace } from './suggest-place.ts';

/** A draft that has been read, with the id its rule has or will have. */
export type FinishedDraft = {
  ruleId: string;
  draft: RuleDraft;
  condition: Condition;
  expiresAt: string | undefined;
};

/** What saving the draft of a new rule changes, in order. */
export function additionsOf(finished: FinishedDraft, settings: PolicySettings): PolicyChange[] {
  const { draft } = finished;
  const index = placeOf(draft, settings);
  const outlook = outlookOf(finished, settings, index);
  const rest: PolicyChange[] =
    asksAboutRest(draft, settings) && refusesRest(draft, settings)
      ? [{ kind: 'set-default-action', action: 'block' }]
      : [];
  return [
    ...outlook,
    { kind: 'add-rule', rule: { ...ruleOf(finished), enabled: true }, index: index + outlook.length },
    ...rest,
  ];
}

/** What saving the draft of a rule that is there changes, in order. */
export function editsOf(finished: FinishedDraft, rule: Rule, settings: PolicySettings): PolicyChange[] {
  const index = settings.rules.findIndex(({ id }) => id === rule.id);
  return [
    ...outlookOf(finished, settings, index < 0 ? settings.rules.length : index),
    { kind: 'edit-rule', rule: { ...ruleOf(finished), enabled: rule.enabled } },
  ];
}

function outlookOf(
  { ruleId, draft }: FinishedDraft,
  settings: PolicySettings,
  index: number,
): PolicyChange[] {
  return asksAboutOutlook(draft, settings) && draft.keepsOutlook
    ? [{ kind: 'add-rule', rule: outlookRule(ruleId, settings), index }]
    : [];
}

function ruleOf({ ruleId, draft, condition, expiresAt }: FinishedDraft): Omit<Rule, 'enabled'> {
  const note = draft.note.trim();
  return {
    id: ruleId,
    action: draft.action,
    condition,
    ...(note !== '' && { note }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/**
 * Bound to the rule it comes with: trying once more must not add it twice. One that came with it earlier, and is switched
 * off or has ended, is left alone.
 */
function outlookRule(ruleId: string, { rules }: PolicySettings): Rule {
  // A rule written by hand may have an id as long as ids can be.
  const name = `${ruleId.slice(0, limits.ruleIdLength - '-outlook999'.length)}-outlook`;
  const earlier = rules.filter(({ id }) => id.startsWith(name)).length;
  return {
    id: `${name}${earlier > 0 ? earlier + 1 : ''}`,
    action: 'allow',
    condition: { kind: 'network', networks: ['mail-cloud'] },
    enabled: true,
  };
}

/** Where the new rule goes: where the person said, or where it does what it is meant to. */
export function placeOf(draft: RuleDraft, { rules }: PolicySettings): number {
  return Math.min(draft.place ?? suggestPlace(draft, rules), rules.length);
}

/** While everything else is let in, to allow somebody changes nothing: the person is asked about the rest. */
export function asksAboutRest({ action }: RuleDraft, { defaultAction }: PolicySettings): boolean {
  return action === 'allow' && defaultAction === 'allow';
}

/** What is answered to that: yes, unless there is a block that the new rule may be the exception to. */
export function refusesRest(draft: RuleDraft, { rules }: PolicySettings): boolean {
  return draft.refusesRest ?? !rules.some((rule) => rule.enabled && rule.action === 'block');
}

/**
 * Whether saving could cut off Outlook's phone app, which fetches mail from Microsoft's cloud: where servers are blocked,
 * or where everything else is refused from now on.
 */
export function asksAboutOutlook(draft: RuleDraft, settings: PolicySettings): boolean {
  const isLetIn = settings.rules.some(
    (rule) =>
      rule.action === 'allow' &&
      rule.condition.kind === 'network' &&
      rule.condition.networks.includes('mail-cloud') &&
      isInForce(rule, Date.now()),
  );
  // With the last free place taken by the rule itself there is none for its exception.
  if (isLetIn || settings.rules.length + 2 > limits.rules) return false;
  if (draft.action === 'allow') {
    const isMeant = draft.kind === 'network' && draft.networks.includes('mail-cloud');
    return !isMeant && asksAboutRest(draft, settings) && refusesRest(draft, settings);
  }
  return (
    draft.kind === 'network' && draft.networks.includes('hosting') && !draft.networks.includes('mail-cloud')
  );
}
