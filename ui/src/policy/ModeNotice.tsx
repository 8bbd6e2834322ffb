import type { Mode } from '@email-firewall/contract';
import { Notice } from '../components/Notice.tsx';
import { useI18n } from '../i18n/use-i18n.ts';

/** Says where the rules below refuse nothing. */
export function ModeNotice({ mode }: { mode: Mode }) {
  const { t } = useI18n();
  if (mode === 'enforce') return null;
  return (
    <Notice tone={mode === 'monitor' ? 'warn' : 'quiet'} icon={mode === 'monitor' ? 'watch' : 'pause'}>
      <p className="ef-text">{t(mode === 'monitor' ? 'policy_mode_monitor' : 'policy_mode_off')}</p>
    </Notice>
  );
}
