import { type Mode, outlineOf, type PolicySettings } from '@email-firewall/contract';
import { Icon, type IconName } from '../components/Icon.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { policySummary } from '../words/policy-summary.ts';
import type { Words } from '../words/words.ts';
import './PolicySummary.css';

/** As many things as a sentence can name. */
const mostNamed = 8;

const look = {
  enforce: { icon: 'shield', key: undefined },
  monitor: { icon: 'watch', key: 'policy_mode_monitor' },
  off: { icon: 'pause', key: 'policy_mode_off' },
} as const satisfies Record<Mode, { icon: IconName; key: MessageKey | undefined }>;

/** All the rules in a sentence or two: who may read the mailbox. */
export function PolicySummary({ settings, words }: { settings: PolicySettings; words: Words }) {
  const outline = outlineOf(settings, Date.now(), mostNamed);
  const { lead, rest } = policySummary({ outline, defaultAction: settings.defaultAction }, words);
  const isOpen = settings.defaultAction === 'allow' && outline.length === 0;
  const { icon, key } = look[settings.mode];
  return (
    <div className="ef-summary" data-look={settings.mode === 'enforce' && isOpen ? 'open' : settings.mode}>
      <Icon name={settings.mode === 'enforce' && isOpen ? 'warn' : icon} size={20} />
      <div className="ef-summary-words">
        {/* What holds now comes first: the rules themselves say what would hold. */}
        {key && (
          <p className="ef-text">
            <strong className="ef-strong">{words.t(key)}</strong>
          </p>
        )}
        <p className={key ? 'ef-muted' : 'ef-text'}>
          {lead} {rest !== '' && <strong className="ef-strong">{rest}</strong>}
        </p>
      </div>
    </div>
  );
}
