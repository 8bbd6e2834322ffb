import { type Mode, modes } from '@email-firewall/contract';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { modeName } from './difference-words.ts';

type Props = { mode: Mode; onChange: (mode: Mode) => void };

/** Refusing, watching only, or off. */
export function ModeSwitch({ mode, onChange }: Props) {
  const { t } = useI18n();
  return (
    <ChoiceGroup
      label={t('policy_mode_label')}
      isLabelHidden
      choices={modes.map((value) => ({ value, label: t(modeName[value]) }))}
      value={mode}
      onChange={onChange}
    />
  );
}
