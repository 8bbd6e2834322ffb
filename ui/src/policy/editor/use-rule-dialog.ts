import type { Condition, PolicySettings, Rule } from '@email-firewall/contract';
import { type FormEvent, useState } from 'react';
import type { Words } from '../../words/words.ts';
import { newRuleId } from '../new-rule-id.ts';
import { applyChanges, isSameRule, type PolicyChange } from '../policy-change.ts';
import type { SaveQueue, SaveState } from '../saving/save-queue.ts';
import { useSubmission } from '../saving/use-submission.ts';
import { checkDraft, readCondition } from './check-draft.ts';
import { additionsOf, editsOf } from './draft-changes.ts';
import { faultWords } from './fault-words.ts';
import { draftOf, emptyDraft, type RuleDraft } from './rule-draft.ts';
import { useDraft } from './use-draft.ts';

/** What the dialog is opened for: a rule that is there, one like it, or a new one, perhaps begun already. */
export type RuleTask =
  | { kind: 'edit'; rule: Rule }
  | { kind: 'duplicate'; rule: Rule; place: number }
  | { kind: 'add'; start?: Partial<RuleDraft> };

type Given = {
  mailbox: string;
  task: RuleTask;
  settings: PolicySettings;
  saves: SaveState;
  queue: SaveQueue;
  words: Words;
  /** Called when the server has it. */
  onSaved: (ruleId: string) => void;
  /** Focuses the field that is wrong. */
  onFault: (field: 'value' | 'end') => void;
};

/** The rule being written: what is in the dialog, what is wrong with it, and its way out. */
export function useRuleDialog({ mailbox, task, settings, saves, queue, words, onSaved, onFault }: Given) {
  const editedId = task.kind === 'edit' ? task.rule.id : undefined;
  const [ruleId] = useState(() => editedId ?? newRuleId());
  const written = useDraft({ mailbox, ruleId: editedId, start: startOf(task), isBegun: isBegun(task) });
  const { draft } = written;
  /** "In a week" is counted from here while the rule is being written: what is shown must not change by itself. */
  const [writtenAt, setWrittenAt] = useState(() => Date.now());
  const [hasTried, setHasTried] = useState(false);
  const submission = useSubmission({ queue, saves, onSaved: () => onSaved(ruleId) });

  // The list already shows what is on its way; the dialog goes on speaking of the list without it.
  const [sentOn, setSentOn] = useState(settings);
  const others = submission.isSaving ? sentOn : settings;

  function edit(change: Partial<RuleDraft>): void {
    // What is on its way to the server is what stands in the dialog.
    if (submission.isSaving) return;
    submission.withdraw();
    written.change(change);
    if (change.end) setWrittenAt(Date.now());
    // A field that has only just come up is not reproached with being empty.
    if (change.kind) setHasTried(false);
  }

  function changesFor(condition: Condition, expiresAt: string | undefined): PolicyChange[] {
    const finished = { ruleId, draft, condition, expiresAt };
    return task.kind === 'edit' ? editsOf(finished, task.rule, others) : additionsOf(finished, others);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (submission.isSaving) return;
    const now = Date.now();
    const check = checkDraft(draft, now);
    setHasTried(!check.ok);
    setWrittenAt(now);
    if (check.ok) {
      setSentOn(settings);
      // From now on the queue keeps it.
      written.keep(false);
      submission.submit(changesFor(check.condition, check.expiresAt));
    } else {
      onFault(check.faults[0]?.field ?? 'value');
    }
  }

  const check = checkDraft(draft, writtenAt);
  const condition = readCondition(draft);
  const faults = hasTried && !check.ok ? check.faults : [];
  const textOf = (field: 'value' | 'end') => {
    const fault = faults.find((one) => one.field === field);
    return fault && faultWords(fault, words);
  };
  return {
    draft,
    edit,
    submit,
    others,
    isSaving: submission.isSaving,
    hasFailed: submission.hasFailed,
    /** Whether the dialog goes on with what was left in it earlier. */
    isContinued: written.isContinued,
    startOver: () => {
      submission.withdraw();
      written.startOver();
      setHasTried(false);
    },
    /** Closes without a word about what was written: it is kept, unless it is on its way to the server already. */
    leave: () => {
      submission.withdraw();
      written.keep(!submission.isSaving);
    },
    /** Gives up what was written. */
    cancel: () => {
      submission.withdraw();
      written.keep(false);
    },
    /** What has become of the edited rule since the dialog was opened; undefined where it is as it was. */
    elsewhere: task.kind === 'edit' && !submission.hasFailed ? changeOf(task.rule, others) : undefined,
    condition: 'kind' in condition ? condition : undefined,
    expiresAt: check.ok ? check.expiresAt : undefined,
    valueFault: textOf('value'),
    endFault: textOf('end'),
    /** The policy as it would be with this rule; undefined while the rule says nothing yet. */
    preview: check.ok ? applyChanges(others, changesFor(check.condition, check.expiresAt)) : undefined,
  };
}

function startOf(task: RuleTask): RuleDraft {
  switch (task.kind) {
    case 'edit':
      return draftOf(task.rule);
    case 'duplicate':
      return { ...draftOf(task.rule), place: task.place };
    case 'add':
      return { ...emptyDraft, ...task.start };
  }
}

function changeOf(rule: Rule, { rules }: PolicySettings): 'gone' | Rule | undefined {
  const now = rules.find(({ id }) => id === rule.id);
  if (!now) return 'gone';
  return isSameRule({ ...rule, enabled: now.enabled }, now) ? undefined : now;
}

/** Whether the task brings something of its own, before which a kept draft steps back. */
function isBegun(task: RuleTask): boolean {
  return task.kind === 'duplicate' || (task.kind === 'add' && task.start !== undefined);
}
