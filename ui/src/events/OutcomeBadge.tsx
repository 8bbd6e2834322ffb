import type { Outcome } from '@email-firewall/contract';
import { Badge } from '../components/Badge.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { outcomeLook } from './result-words.ts';

/** What became of an attempt. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useI18n();
  const { tone, icon, key } = outcomeLook[outcome];
  return (
    <Badge tone={tone} icon={icon}>
      {t(key)}
    </Badge>
  );
}
