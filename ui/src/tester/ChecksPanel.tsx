import type { Mode, PolicySettings } from '@email-firewall/contract';
import { useId } from 'react';
import { Button } from '../components/Button.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { failureMessage } from '../i18n/failure-message.ts';
import type { Words } from '../words/words.ts';
import { CheckRow } from './CheckRow.tsx';
import { CheckSkeleton } from './CheckSkeleton.tsx';
import './ChecksPanel.css';
import { useChecks } from './use-checks.ts';
import { useNamesOf } from './use-names-of.ts';

const introOf = {
  enforce: 'checks_intro',
  monitor: 'checks_intro_monitor',
  off: 'checks_intro_off',
} as const satisfies Record<Mode, MessageKey>;

export const testButtonId = 'ef-test-address';

type Props = {
  mailbox: string;
  settings: PolicySettings;
  words: Words;
  /** Opens the tester: on somebody's address, or on none yet. */
  onTest: (address?: string) => void;
};

/** "Would these get in?", asked of the rules as they stand on the page, while they are edited. */
export function ChecksPanel({ mailbox, settings, words, onTest }: Props) {
  const { t } = words;
  const titleId = useId();
  const { checks, isCurrent, failure, isRetrying, retry } = useChecks({ mailbox, settings });
  const named = useNamesOf(checks ?? [], words);
  return (
    <section className="ef-card ef-checks" aria-labelledby={titleId}>
      <div className="ef-checks-head">
        <h2 className="ef-checks-title" id={titleId}>
          {t('checks_title')}
        </h2>
        <p className="ef-muted">{t(introOf[settings.mode])}</p>
      </div>
      {failure ? (
        <div className="ef-checks-failed">
          <p className="ef-muted" aria-live="polite">
            {t('checks_failed_text')} {t(failureMessage[failure.code])}
          </p>
          <Button look="plain" isOff={isRetrying} onClick={retry}>
            {t('checks_failed_again')}
          </Button>
        </div>
      ) : checks ? (
        <ul className="ef-checks-list" aria-labelledby={titleId} aria-busy={!isCurrent}>
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} settings={settings} words={named} onTest={onTest} />
          ))}
        </ul>
      ) : (
        <CheckSkeleton label={t('checks_loading')} />
      )}
      <div className="ef-checks-foot">
        <Button id={testButtonId} icon="search" onClick={() => onTest()}>
          {t('tester_title')}
        </Button>
      </div>
    </section>
  );
}
