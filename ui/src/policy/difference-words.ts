import type { Mode, Protocol } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';
import { actionName, ruleSentence } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';
import type { PolicyDifference } from './policy-difference.ts';

export const modeName = {
  enforce: 'policy_mode_enforce_name',
  monitor: 'policy_mode_monitor_name',
  off: 'policy_mode_off_name',
} as const satisfies Record<Mode, MessageKey>;

export const protocolName = {
  imap: 'protocol_imap_name',
  pop3: 'protocol_pop3_name',
  smtp: 'protocol_smtp_name',
  sieve: 'protocol_sieve_name',
} as const satisfies Record<Protocol, MessageKey>;

/** One difference in a sentence: "Rule 2 was added: block Tor." */
export function differenceWords(difference: PolicyDifference, words: Words): string {
  const { t } = words;
  switch (difference.kind) {
    case 'added':
    case 'deleted':
    case 'enabled':
    case 'disabled':
      return t(ruleKey[difference.kind], {
        number: difference.number,
        sentence: ruleSentence(difference.rule, words),
      });
    case 'edited': {
      const before = ruleSentence(difference.before, words);
      const after = ruleSentence(difference.after, words);
      const { number } = difference;
      // Its note or its end was changed: its sentence says neither.
      return before === after
        ? t('difference_edited_details', { number, sentence: after })
        : t('difference_edited', { number, before, after });
    }
    case 'moved': {
      const { from, to, rule } = difference;
      return t('difference_moved', { from, to, sentence: ruleSentence(rule, words) });
    }
    case 'default-action':
      return t('difference_default', { action: t(actionName[difference.action]) });
    case 'mode':
      return t('difference_mode', { mode: t(modeName[difference.mode]) });
    case 'protocol':
      return t(difference.isWatched ? 'difference_watched' : 'difference_unwatched', {
        protocol: t(protocolName[difference.protocol]),
      });
  }
}

const ruleKey = {
  added: 'difference_added',
  deleted: 'difference_deleted',
  enabled: 'difference_enabled',
  disabled: 'difference_disabled',
} as const satisfies Record<'added' | 'deleted' | 'enabled' | 'disabled', MessageKey>;
