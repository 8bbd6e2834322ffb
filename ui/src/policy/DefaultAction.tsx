import { type Action, actions } from '@email-firewall/contract';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { actionName } from '../words/rule-sentence.ts';

type Props = { action: Action; onChange: (action: Action) => void };

/** What happens to a login that no rule fits: the last row of the list. */
export function DefaultAction({ action, onChange }: Props) {
  const { t } = useI18n();
  return (
    <li className="ef-default">
      <ChoiceGroup
        label={t('policy_default_label')}
        hint={t(action === 'allow' ? 'policy_default_allow_text' : 'policy_default_block_text')}
        choices={actions.map((value) => ({ value, label: t(actionName[value]), tone: value }))}
        value={action}
        onChange={onChange}
      />
    </li>
  );
}
