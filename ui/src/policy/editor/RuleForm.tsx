import { actions, type Rule } from '@email-firewall/contract';
import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { actionName } from '../../words/rule-sentence.ts';
import { AddressField } from './AddressField.tsx';
import { CountryField } from './CountryField.tsx';
import './RuleForm.css';
import { RulePreview } from './RulePreview.tsx';
import { draftKinds } from './rule-draft.ts';
import { useRuleForm } from './use-rule-form.ts';

const kindName = { address: 'editor_kind_address', country: 'editor_kind_country' } as const;
const firstId = 'ef-rule-form-first';

type Props = {
  ruleId: string;
  ruleNumber: number;
  isSaving: boolean;
  onSave: (rule: Rule) => void;
  onEdit: () => void;
  onCancel: () => void;
  say: (text: string) => void;
};

/** A new rule: what part of the Internet, which one, and what should happen. */
export function RuleForm({ ruleId, ruleNumber, isSaving, onSave, onEdit, onCancel, say }: Props) {
  const { t } = useI18n();
  const { draft, choices, edit, submit, finishCountry, condition, fault } = useRuleForm({
    ruleId,
    isSaving,
    onSave,
    onEdit,
  });
  useEffect(() => {
    document.getElementById(firstId)?.focus();
  }, []);
  return (
    <form className="ef-card ef-form" aria-labelledby="ef-rule-form-title" noValidate onSubmit={submit}>
      <h2 className="ef-form-title" id="ef-rule-form-title">
        {t('editor_title')}
      </h2>
      <ChoiceGroup
        label={t('editor_kind_label')}
        choices={draftKinds.map((value) => ({ value, label: t(kindName[value]) }))}
        value={draft.kind}
        onChange={(kind) => edit({ kind })}
        focusId={firstId}
      />
      {draft.kind === 'address' ? (
        <AddressField text={draft.addresses} fault={fault} onChange={(addresses) => edit({ addresses })} />
      ) : (
        <CountryField
          choices={choices}
          chosen={draft.countries}
          text={draft.countryText}
          fault={fault}
          onChange={edit}
          onFinish={finishCountry}
          say={say}
        />
      )}
      <ChoiceGroup
        label={t('editor_action_label')}
        choices={actions.map((value) => ({ value, label: t(actionName[value]), tone: value }))}
        value={draft.action}
        onChange={(action) => edit({ action })}
      />
      {condition && <RulePreview action={draft.action} condition={condition} number={ruleNumber} />}
      <div className="ef-form-buttons">
        <Button look="primary" isSubmit isOff={isSaving}>
          {t('editor_save')}
        </Button>
        <Button isOff={isSaving} onClick={onCancel}>
          {t('editor_cancel')}
        </Button>
      </div>
    </form>
  );
}
