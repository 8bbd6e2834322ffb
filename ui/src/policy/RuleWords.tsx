import type { Rule } from '@email-firewall/contract';
import { useState } from 'react';
import { Badge } from '../components/Badge.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { conditionWords } from '../words/rule-sentence.ts';

/** As many parts as read well in one row. */
const mostShown = 10;

/** What a rule is about, its note, and why it may be passed over. */
export function RuleWords({ rule, now }: { rule: Rule; now: number }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [isOpen, setIsOpen] = useState(false);
  const count = 0;
  const hasEnded = rule.expiresAt !== undefined && Date.parse(rule.expiresAt) <= now;
  return (
    <div className="ef-rule-words">
      <span>
        {conditionWords(
          rule.condition,
          { ...i18n, providerOf: () => undefined },
          isOpen ? undefined : mostShown,
        )}
      </span>
      {count > mostShown + 1 && (
        <button
          type="button"
          className="ef-rule-more"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('policy_row_show_fewer') : t('policy_row_show_all', { count })}
        </button>
      )}
      {!rule.enabled && (
        <Badge tone="quiet" icon="pause">
          {t('policy_row_disabled')}
        </Badge>
      )}
      {rule.expiresAt !== undefined && (
        <Badge tone={hasEnded ? 'quiet' : 'warn'} icon="clock">
          {t(hasEnded ? 'policy_row_ended' : 'policy_row_until', { moment: i18n.moment(rule.expiresAt) })}
        </Badge>
      )}
      {rule.note && <span className="ef-muted ef-rule-note">{rule.note}</span>}
    </div>
  );
}
