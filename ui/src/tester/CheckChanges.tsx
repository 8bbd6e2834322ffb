import type { Action } from '@email-firewall/contract';
import { Notice } from '../components/Notice.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Words } from '../words/words.ts';
import { CheckOutcome } from './CheckOutcome.tsx';
import './CheckChanges.css';
import { nameInSentence } from './check-words.ts';
import type { CheckChanges as Changes } from './use-check-changes.ts';
import { useNamesOf } from './use-names-of.ts';

const newlyKey = {
  allow: 'checks_newly_allow',
  block: 'checks_newly_block',
} as const satisfies Record<Action, MessageKey>;

type Props = { changes: Changes; words: Words };

/** Whom a change of rules newly lets in or refuses, in a line or two; nothing as long as it is not known. */
export function CheckChanges({ changes: { changes, shutsOutYou, knowsYou, isCurrent }, words }: Props) {
  const { t } = words;
  const named = useNamesOf(changes, words);
  const groups = (['block', 'allow'] as const).flatMap((action) => {
    const names = changes
      .filter(({ after }) => after.action === action)
      .map((who) => nameInSentence(who, named));
    return names.length > 0 ? [{ action, who: names.join(' · ') }] : [];
  });
  return (
    <div className="ef-check-changes" aria-live="polite" aria-busy={!isCurrent}>
      {groups.map(({ action, who }) => (
        <p key={action} className="ef-check-change">
          <CheckOutcome action={action} />
          {t(newlyKey[action], { who })}
        </p>
      ))}
      {groups.length === 0 && isCurrent && (
        <p className="ef-muted">{t(knowsYou ? 'checks_changes_none' : 'checks_changes_none_strangers')}</p>
      )}
      {shutsOutYou && (
        <Notice tone="block" icon="warn">
          <p className="ef-text">{t('checks_changes_shut_out')}</p>
        </Notice>
      )}
    </div>
  );
}
