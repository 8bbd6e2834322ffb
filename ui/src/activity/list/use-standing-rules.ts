import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../policy/use-policy.ts';

/**
 * Whether a rule still stands, as far as it is known: the rules of one mailbox are looked at, those of all would be too
 * many. A link to one that is gone is answered on the rules screen.
 */
export function useStandingRules(mailbox: string | undefined): (ruleId: string) => boolean {
  const { data } = useQuery({ ...policyQuery(mailbox ?? ''), enabled: mailbox !== undefined });
  return (ruleId) => data === undefined || data.rules.some(({ id }) => id === ruleId);
}
