import type { Action, Mode, PolicySettings, Protocol } from '@email-firewall/contract';
import { useLayoutEffect, useRef, useState } from 'react';
import { toasts } from '../components/Toasts.tsx';
import { useFocusLater } from '../components/use-focus-later.ts';
import type { Words } from '../words/words.ts';
import { rowElementId } from './row-element-id.ts';
import { ruleSpeech } from './rule-speech.ts';
import type { SaveQueue } from './saving/save-queue.ts';
import type { OpenTask } from './use-rule-task.ts';

export const addButtonId = 'ef-add-rule';

type Given = {
  settings: PolicySettings;
  queue: SaveQueue;
  words: Words;
  say: (text: string) => void;
  openTask: OpenTask;
};

export type PolicyActions = ReturnType<typeof createActions>;

/** What can be done to one rule. */
export type RuleActions = Pick<PolicyActions, 'move' | 'edit' | 'remove' | 'enable' | 'duplicate'>;

/**
 * What a person can do on the rules screen: the change itself, what is said of it, and where the focus goes. The actions
 * stay the same objects, so that a row is drawn anew only where something of it has changed.
 */
export function usePolicyActions(given: Given): PolicyActions {
  const focusLater = useFocusLater();
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  const [actions] = useState(() => createActions(() => latest.current, focusLater));
  return actions;
}

function createActions(now: () => Given, focusLater: (id: string) => void) {
  return {
    move: (ruleId: string, toIndex: number) => {
      const { settings, queue, words, say } = now();
      say(ruleSpeech('speech_rule_moved', settings.rules, ruleId, words, toIndex));
      queue.add({ kind: 'move-rule', ruleId, toIndex });
    },
    edit: (ruleId: string) => {
      const { settings, openTask } = now();
      const rule = settings.rules.find(({ id }) => id === ruleId);
      if (rule) openTask({ kind: 'edit', rule }, rowElementId(ruleId, 'edit'));
    },
    remove: (ruleId: string) => {
      const { settings, queue, words } = now();
      const { rules } = settings;
      const index = rules.findIndex(({ id }) => id === ruleId);
      const rule = rules[index];
      if (!rule) return;
      const neighbour = rules[index + 1] ?? rules[index - 1];
      focusLater(neighbour ? rowElementId(neighbour.id, 'delete') : addButtonId);
      queue.add({ kind: 'delete-rule', ruleId });
      toasts.offerUndo(ruleSpeech('speech_rule_deleted', rules, ruleId, words), () => {
        // A deletion that has not been saved is taken back by not trying it again.
        queue.discard((change) => change.kind === 'delete-rule' && change.ruleId === ruleId);
        queue.add({ kind: 'add-rule', rule, index });
        focusLater(rowElementId(ruleId));
      });
    },
    enable: (ruleId: string, enabled: boolean) => {
      const { settings, queue, words, say } = now();
      const key = enabled ? 'speech_rule_enabled' : 'speech_rule_disabled';
      say(ruleSpeech(key, settings.rules, ruleId, words));
      queue.add({ kind: 'enable-rule', ruleId, enabled });
    },
    /** A second rule is written from the first; nothing is saved yet. */
    duplicate: (ruleId: string) => {
      const { settings, openTask } = now();
      const index = settings.rules.findIndex(({ id }) => id === ruleId);
      const rule = settings.rules[index];
      if (!rule) return;
      openTask({ kind: 'duplicate', rule, place: index + 1 }, rowElementId(ruleId, 'more'));
    },
    setDefault: (action: Action) => now().queue.add({ kind: 'set-default-action', action }),
    setMode: (mode: Mode) => now().queue.add({ kind: 'set-mode', mode }),
    watch: (protocol: Protocol, isWatched: boolean) =>
      now().queue.add({ kind: 'watch-protocol', protocol, isWatched }),
  };
}
