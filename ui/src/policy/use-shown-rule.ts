import type { Rule } from '@email-firewall/contract';
import { useEffect } from 'react';
import { useUrlText } from '../location/use-url-text.ts';
import { rowElementId } from './row-element-id.ts';

/**
 * The rule that a link into this screen is about, as the page's address has it: its row is brought into sight and
 * focused. Returns whether such a rule is named and stands here no more.
 */
export function useShownRule(rules: readonly Rule[]): boolean {
  const [ruleId] = useUrlText('rule');
  // After the heading's own effect, which has put the focus to the top of the page.
  useEffect(() => {
    const row = ruleId === '' ? null : document.getElementById(rowElementId(ruleId));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }, [ruleId]);
  return ruleId !== '' && !rules.some(({ id }) => id === ruleId);
}
