import type { MailboxSummary } from '@email-firewall/contract';
import type { I18n } from '../i18n/i18n.ts';

/** How far a mailbox is protected: one word, a tone for it, and what that means. */
export type Protection = {
  kind: 'on' | 'watching' | 'off' | 'none' | 'unreadable';
  tone: 'allow' | 'block' | 'warn' | 'quiet';
  word: string;
  text: string;
};

/** Says in words what a mailbox's policy amounts to. */
export function protectionOf(summary: MailboxSummary, i18n: I18n): Protection {
  const { t } = i18n;
  if (!summary.isReadable) {
    return {
      kind: 'unreadable',
      tone: 'block',
      word: t('mailboxes_protection_unreadable'),
      text: t('mailboxes_protection_unreadable_text'),
    };
  }
  const rules = rulesInWords(summary, i18n);
  if (summary.mode === 'off') {
    return {
      kind: 'off',
      tone: 'quiet',
      word: t('mailboxes_protection_off'),
      text: t('mailboxes_protection_off_text', { rules }),
    };
  }
  if (summary.mode === 'monitor') {
    return {
      kind: 'watching',
      tone: 'warn',
      word: t('mailboxes_protection_watching'),
      text: t('mailboxes_protection_watching_text', { rules }),
    };
  }
  if (summary.rules === 0 && summary.defaultAction === 'allow') {
    return {
      kind: 'none',
      tone: 'quiet',
      word: t('mailboxes_protection_none'),
      text: t('mailboxes_protection_none_text'),
    };
  }
  return { kind: 'on', tone: 'allow', word: t('mailboxes_protection_on'), text: rules };
}

function rulesInWords({ rules: count, defaultAction }: MailboxSummary, { t }: I18n): string {
  if (count === 0) {
    return t(
      defaultAction === 'block' ? 'mailboxes_protection_all_blocked' : 'mailboxes_protection_all_allowed',
    );
  }
  return defaultAction === 'block'
    ? t('mailboxes_protection_otherwise_blocked', { count })
    : t('mailboxes_protection_otherwise_allowed', { count });
}
