import type { Action, Policy, PolicySettings, Rule } from '@email-firewall/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useFocusLater } from '../components/use-focus-later.ts';
import { newRuleId } from './new-rule-id.ts';
import { rowElementId } from './row-element-id.ts';
import type { SaveQueue } from './saving/save-queue.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

export const addButtonId = 'ef-add-rule';

type Given = { stored: Policy; settings: PolicySettings; queue: SaveQueue; say: (text: string) => void };

/** What a person can do on the rules screen: the change itself, what is said of it, and where the focus goes. */
export function usePolicyActions({ stored, settings, queue, say }: Given) {
  const { rules } = settings;
  const speech = useRuleSpeech(rules);
  const focusLater = useFocusLater();
  /** While a rule is being written: the id it will have, and has in every try to save it. */
  const [newId, setNewId] = useState<string>();

  const isAdded = newId !== undefined && stored.rules.some(({ id }) => id === newId);
  const closeForm = useEffectEvent((ruleId: string) => {
    setNewId(undefined);
    say(speech('speech_rule_added', ruleId, rules.length));
    focusLater(rowElementId(ruleId));
  });
  // The form stays until the server has the rule, by whatever try it got there.
  useEffect(() => {
    if (isAdded) closeForm(newId);
  }, [isAdded, newId]);

  function forgetFailedAdd(): void {
    queue.discard((change) => change.kind === 'add-rule' && change.rule.id === newId);
  }

  return {
    newRuleId: newId,
    startAdding: () => setNewId(newRuleId()),
    add: (rule: Rule) => queue.add({ kind: 'add-rule', rule }),
    /** The form is the next try: what an earlier one held must not be sent instead. */
    forgetFailedAdd,
    cancelAdding: () => {
      forgetFailedAdd();
      setNewId(undefined);
      focusLater(addButtonId);
    },
    move: (ruleId: string, toIndex: number) => {
      say(speech('speech_rule_moved', ruleId, toIndex));
      queue.add({ kind: 'move-rule', ruleId, toIndex });
    },
    remove: (ruleId: string) => {
      const index = rules.findIndex(({ id }) => id === ruleId);
      const neighbour = rules[index + 1] ?? rules[index - 1];
      say(speech('speech_rule_deleted', ruleId, index));
      focusLater(neighbour ? rowElementId(neighbour.id, 'delete') : addButtonId);
      queue.add({ kind: 'delete-rule', ruleId });
    },
    setDefault: (action: Action) => queue.add({ kind: 'set-default-action', action }),
    retry: queue.retry,
    discard: () => queue.discard(),
  };
}
