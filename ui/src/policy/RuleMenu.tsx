import { limits, type Rule } from '@email-firewall/contract';
import { Menu, type MenuEntry } from '../components/Menu.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { ruleMenu } from './rule-menu.ts';
import type { RuleActions } from './use-policy-actions.ts';

type Props = { rules: readonly Rule[]; actions: RuleActions };

/** What else can be done to a rule. */
export function RuleMenu({ rules, actions }: Props) {
  const { t } = useI18n();

  function entriesOf(ruleId: string): MenuEntry[] {
    const index = rules.findIndex(({ id }) => id === ruleId);
    const rule = rules[index];
    if (!rule) return [];
    return [
      rule.enabled
        ? { icon: 'pause', text: t('policy_menu_disable'), onChoose: () => actions.enable(ruleId, false) }
        : { icon: 'play', text: t('policy_menu_enable'), onChoose: () => actions.enable(ruleId, true) },
      {
        icon: 'copy',
        text: t('policy_menu_duplicate'),
        isOff: rules.length >= limits.rules,
        onChoose: () => actions.duplicate(ruleId),
      },
      {
        icon: 'top',
        text: t('policy_menu_first'),
        isOff: index === 0,
        onChoose: () => actions.move(ruleId, 0),
      },
      {
        icon: 'bottom',
        text: t('policy_menu_last'),
        isOff: index === rules.length - 1,
        onChoose: () => actions.move(ruleId, rules.length - 1),
      },
    ];
  }

  return <Menu handle={ruleMenu} entriesOf={entriesOf} />;
}
