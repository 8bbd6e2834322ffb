import type { MailboxSummary } from '@email-firewall/contract';
import type { IconName } from '../components/Icon.tsx';
import { shortSummary } from '../words/policy-summary.ts';
import type { Words } from '../words/words.ts';
import { briefOutline } from './brief-outline.ts';

/** `none`: nobody is refused, whatever rules there are. */
export type ProtectionKind = 'on' | 'watching' | 'off' | 'none' | 'unreadable';

/** How far a mailbox is protected: one word with its tone and picture, and what that means. */
export type Protection = {
  kind: ProtectionKind;
  tone: 'allow' | 'block' | 'warn' | 'quiet';
  icon?: IconName;
  word: string;
  text: string;
};

type Given = Pick<MailboxSummary, 'isReadable' | 'mode' | 'rules' | 'defaultAction' | 'outline'>;

/** Tells what a mailbox's policy comes to, before any word is said of it. */
export function protectionKind({ isReadable, mode, rules, defaultAction, outline }: Given): ProtectionKind {
  if (!isReadable) return 'unreadable';
  const isUntouched = rules === 0 && defaultAction === 'allow';
  if (mode === 'off') return isUntouched ? 'none' : 'off';
  if (mode === 'monitor') return 'watching';
  return outline.length === 0 && defaultAction === 'allow' ? 'none' : 'on';
}

/** Says in words how far a mailbox is protected. */
export function protectionOf(summary: Given, words: Words): Protection {
  const { t } = words;
  const kind = protectionKind(summary);
  const { rules: count } = summary;
  switch (kind) {
    case 'unreadable':
      return {
        kind,
        tone: 'block',
        icon: 'warn',
        word: t('mailboxes_protection_unreadable'),
        text: t('mailboxes_protection_unreadable_text'),
      };
    case 'none':
      return {
        kind,
        tone: 'quiet',
        word: t('mailboxes_protection_none'),
        text: count > 0 ? t('mailboxes_protection_idle_text', { count }) : summaryLine(summary, words),
      };
    case 'off':
      return {
        kind,
        tone: 'quiet',
        icon: 'pause',
        word: t('mailboxes_protection_off'),
        text: t('mailboxes_protection_off_text', { rules: summaryLine(summary, words) }),
      };
    case 'watching':
      return {
        kind,
        tone: 'warn',
        icon: 'watch',
        word: t('mailboxes_protection_watching'),
        text: t('mailboxes_protection_watching_text', { rules: summaryLine(summary, words) }),
      };
    case 'on':
      return {
        kind,
        tone: 'allow',
        icon: 'shield',
        word: t('mailboxes_protection_on'),
        text: summaryLine(summary, words),
      };
  }
}

/** Whom the rules let in, in one line; only how many they are, where that is no line. */
function summaryLine({ outline, defaultAction, rules: count }: Given, words: Words): string {
  const brief = { outline: briefOutline(outline, words), defaultAction, rules: count };
  const counted =
    defaultAction === 'block'
      ? 'mailboxes_protection_otherwise_blocked'
      : 'mailboxes_protection_otherwise_allowed';
  return shortSummary(brief, words) ?? words.t(counted, { count });
}
