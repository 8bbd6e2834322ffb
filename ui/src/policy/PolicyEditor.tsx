import { limits, type Policy, type PolicySettings } from '@email-firewall/contract';
import { useState } from 'react';
import { Announcer } from '../components/Announcer.tsx';
import { Button } from '../components/Button.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { DefaultAction } from './DefaultAction.tsx';
import { RuleForm } from './editor/RuleForm.tsx';
import { ModeNotice } from './ModeNotice.tsx';
import { RuleList } from './RuleList.tsx';
import { SaveStatus } from './saving/SaveStatus.tsx';
import type { SaveQueue, SaveState } from './saving/save-queue.ts';
import { UnsavedChanges } from './saving/UnsavedChanges.tsx';
import { addButtonId, usePolicyActions } from './use-policy-actions.ts';

type Props = { stored: Policy; settings: PolicySettings; saves: SaveState; queue: SaveQueue };

/** The rules of one mailbox, and everything that can be done to them. */
export function PolicyEditor({ stored, settings, saves, queue }: Props) {
  const { t } = useI18n();
  const [speech, say] = useState('');
  const actions = usePolicyActions({ stored, settings, queue, say });
  const { rules, defaultAction } = settings;
  const isFull = rules.length >= limits.rules;
  return (
    <>
      <ModeNotice mode={settings.mode} />
      <p className="ef-muted">{t('policy_list_intro')}</p>
      <RuleList rules={rules} onMove={actions.move} onDelete={actions.remove} say={say}>
        <DefaultAction action={defaultAction} onChange={actions.setDefault} />
      </RuleList>
      {actions.newRuleId !== undefined && (
        <RuleForm
          ruleId={actions.newRuleId}
          ruleNumber={rules.filter(({ id }) => id !== actions.newRuleId).length + 1}
          isSaving={saves.pending.some((change) => change.kind === 'add-rule')}
          onSave={actions.add}
          onEdit={actions.forgetFailedAdd}
          onCancel={actions.cancelAdding}
          say={say}
        />
      )}
      {saves.unsaved.length > 0 && saves.failure && (
        <UnsavedChanges
          count={saves.unsaved.length}
          failure={saves.failure}
          onRetry={actions.retry}
          onDiscard={actions.discard}
        />
      )}
      <div className="ef-policy-foot">
        {actions.newRuleId === undefined && (
          <Button id={addButtonId} icon="add" look="primary" isOff={isFull} onClick={actions.startAdding}>
            {t('policy_add_button')}
          </Button>
        )}
        {isFull && <p className="ef-muted">{t('editor_full', { most: limits.rules })}</p>}
        <SaveStatus saves={saves} />
      </div>
      <Announcer>{speech}</Announcer>
    </>
  );
}
