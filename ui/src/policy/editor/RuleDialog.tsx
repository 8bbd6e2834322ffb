import {
  actions,
  type ConditionKind,
  conditionKinds,
  type PolicySettings,
  type Rule,
} from '@email-firewall/contract';
import { useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useWords } from '../../network/use-words.ts';
import type { Subject } from '../../tester/checks.ts';
import { actionName, ruleSentence } from '../../words/rule-sentence.ts';
import { asnsOf } from '../asns-of.ts';
import type { SaveQueue, SaveState } from '../saving/save-queue.ts';
import { UnsavedChanges } from '../saving/UnsavedChanges.tsx';
import { ConditionField } from './ConditionField.tsx';
import { EndField } from './EndField.tsx';
import { ExtraTicks } from './ExtraTicks.tsx';
import { NoteField } from './NoteField.tsx';
import { PlaceField } from './PlaceField.tsx';
import './RuleDialog.css';
import { placeOf } from './draft-changes.ts';
import { RulePreview } from './RulePreview.tsx';
import { type RuleTask, useRuleDialog } from './use-rule-dialog.ts';

const kindName = {
  address: 'editor_kind_address',
  country: 'editor_kind_country',
  operator: 'editor_kind_operator',
  network: 'editor_kind_network',
} as const satisfies Record<ConditionKind, MessageKey>;

/** As the list shows it now; another person may have moved it. */
function numberOf({ id }: Rule, { rules }: PolicySettings): number {
  return rules.findIndex((rule) => rule.id === id) + 1;
}

type Props = {
  mailbox: string;
  task: RuleTask;
  /** For whom the rule is written, where that is somebody: it is said whether it lets them in. */
  also?: Subject;
  settings: PolicySettings;
  saves: SaveState;
  queue: SaveQueue;
  onSaved: (ruleId: string) => void;
  onClose: () => void;
  /** The id of the element that has the focus once the dialog is closed. */
  lastFocusId: () => string | undefined;
};

/** A rule to be written: what part of the Internet, what should happen, and what that would change. */
export function RuleDialog(props: Props) {
  const { mailbox, task, settings, saves, queue, onSaved, onClose, lastFocusId } = props;
  const id = useId();
  const fieldId = { value: `${id}-value`, end: `${id}-end` } as const;
  const words = useWords(asnsOf(settings.rules));
  const { t } = words;
  const form = useRuleDialog({
    mailbox,
    task,
    settings,
    saves,
    queue,
    words,
    onSaved,
    onFault: (field) => document.getElementById(fieldId[field])?.focus(),
  });
  const { draft, edit, others } = form;

  function leave(): void {
    form.leave();
    onClose();
  }
  function cancel(): void {
    form.cancel();
    onClose();
  }
  const footer = (
    <>
      <Button isOff={form.isSaving} onClick={cancel}>
        {t('editor_cancel')}
      </Button>
      <Button look="primary" isSubmit isOff={form.isSaving} formId={`${id}-form`}>
        {t(form.isSaving ? 'editor_saving' : 'editor_save')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      title={
        task.kind !== 'edit' || form.elsewhere === 'gone'
          ? t('editor_title_add')
          : t('editor_title_edit', { number: numberOf(task.rule, settings) })
      }
      onClose={leave}
      lastFocusId={lastFocusId}
      footer={footer}
    >
      <form className="ef-form" id={`${id}-form`} noValidate onSubmit={form.submit}>
        {form.isContinued && (
          <p className="ef-muted">
            {t('editor_continued')}{' '}
            <Button look="plain" onClick={form.startOver}>
              {t('editor_start_over')}
            </Button>
          </p>
        )}
        <ChoiceGroup
          label={t('editor_kind_label')}
          choices={conditionKinds.map((value) => ({ value, label: t(kindName[value]) }))}
          value={draft.kind}
          onChange={(kind) => edit({ kind })}
        />
        <ConditionField
          id={fieldId.value}
          draft={draft}
          fault={form.valueFault}
          onChange={edit}
          words={words}
        />
        <ChoiceGroup
          label={t('editor_action_label')}
          choices={actions.map((value) => ({ value, label: t(actionName[value]), tone: value }))}
          value={draft.action}
          onChange={(action) => edit({ action })}
        />
        <ExtraTicks
          draft={draft}
          settings={others}
          isNew={task.kind !== 'edit'}
          onChange={edit}
          words={words}
        />
        <div className="ef-fields">
          <NoteField id={`${id}-note`} note={draft.note} onChange={(note) => edit({ note })} words={words} />
          <EndField
            id={fieldId.end}
            end={draft.end}
            fault={form.endFault}
            onChange={(end) => edit({ end })}
            words={words}
          />
        </div>
        {task.kind !== 'edit' && (
          <PlaceField
            id={`${id}-place`}
            rules={others.rules}
            place={placeOf(draft, others)}
            onChange={(place) => edit({ place })}
            words={words}
          />
        )}
        {form.condition && (
          <RulePreview
            mailbox={mailbox}
            rule={{ action: draft.action, condition: form.condition, expiresAt: form.expiresAt }}
            before={others}
            after={form.preview}
            also={props.also}
            words={words}
          />
        )}
        {form.elsewhere && (
          <Notice tone="warn" icon="warn" isAlert>
            <p className="ef-text">
              {form.elsewhere === 'gone'
                ? t('editor_gone_text')
                : t('editor_changed_text', { sentence: ruleSentence(form.elsewhere, words) })}
            </p>
          </Notice>
        )}
        {form.hasFailed && <UnsavedChanges saves={saves} queue={queue} onDiscard={cancel} words={words} />}
      </form>
    </Dialog>
  );
}
