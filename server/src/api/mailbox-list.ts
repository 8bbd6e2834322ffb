import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Account,
  domainOf,
  emptyPolicy,
  limits,
  type MailboxSummary,
  type OutlineStep,
  outlineOf,
  type Policy,
} from '@email-firewall/contract';
import type { PolicyStore } from '../storage/index.ts';

type Options = { policies: PolicyStore; now: () => Date };

/** After so many milliseconds of a list, waiting logins are answered first. */
const stretch = 10;

/** Makes the list of an account's mailboxes, each with what is set for it. */
export function createMailboxList({
  policies,
  now,
}: Options): (account: Account) => Promise<MailboxSummary[]> {
  const outlineAt = createOutlines();

  function summarize(mailbox: string, { account, domains }: Account): MailboxSummary {
    const state = policies.find(mailbox);
    const policy = state.kind === 'good' ? state.value.policy : emptyPolicy(mailbox);
    const isDefaultMailbox = mailbox === account;
    return {
      mailbox,
      domain: isDefaultMailbox ? (domains[0] ?? '') : domainOf(mailbox),
      isDefaultMailbox,
      isReadable: state.kind !== 'broken',
      revision: policy.revision,
      mode: policy.mode,
      rules: policy.rules.length,
      defaultAction: policy.defaultAction,
      outline: outlineAt(policy, now().getTime()),
    };
  }

  return async (account) => {
    const mailboxes: MailboxSummary[] = [];
    let started = performance.now();
    for (const mailbox of account.mailboxes) {
      if (performance.now() - started > stretch) {
        await nextTurn();
        started = performance.now();
      }
      mailboxes.push(summarize(mailbox, account));
    }
    return mailboxes;
  };
}

/**
 * Outlines, each kept until a rule of it ends: of a policy that names all it may, an outline takes 0.1 s, and whoever has
 * many such mailboxes could hold up everybody's logins by asking for the list again and again.
 */
function createOutlines(): (policy: Policy, time: number) => OutlineStep[] {
  const kept = new WeakMap<Policy, { steps: OutlineStep[]; until: number }>();
  return (policy, time) => {
    const known = kept.get(policy);
    if (known && time < known.until) return known.steps;
    const steps = outlineOf(policy, time, limits.outlineItems).slice(0, limits.outlineSteps);
    kept.set(policy, { steps, until: nextEnd(policy, time) });
    return steps;
  };
}

function nextEnd({ rules }: Policy, time: number): number {
  const ends = rules.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : Date.parse(expiresAt)));
  return Math.min(...ends.filter((end) => end > time));
}
