import type { MailboxSummary } from '@email-firewall/contract';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import type { Words } from '../words/words.ts';
import { copyButtonId } from './copy-button-id.ts';
import './CopyFoot.css';
import { CopyOutcome } from './CopyOutcome.tsx';
import { CopyProgress } from './CopyProgress.tsx';
import type { Copying } from './use-copying.ts';

type Props = { copying: Copying; mailboxes: readonly MailboxSummary[]; words: Words };

/** At the lower edge of the window: what is about to be done, the button that does it, and what came of it. */
export function CopyFoot({ copying, mailboxes, words }: Props) {
  const { t } = words;
  const { source, targets, losing, state, copy, again } = copying;
  const count = targets.length;
  const isReady = source !== undefined && count > 0;
  return (
    <div className="ef-copying-foot">
      <CopyOutcome copying={copying} mailboxes={mailboxes} words={words} />
      <div className="ef-copying-bar">
        <div className="ef-copying-plan" role="status">
          {state.isRunning ? (
            <CopyProgress state={state} words={words} />
          ) : (
            <>
              {!source && <span>{t('copying_bar_no_source')}</span>}
              {source && count === 0 && <span>{t('copying_bar_no_target')}</span>}
              {isReady && <span>{t('copying_bar_ticked', { count })}</span>}
              {isReady && losing.length > 0 && (
                <span className="ef-copying-loss">
                  <Icon name="warn" /> {t('copying_bar_losing', { count: losing.length })}
                </span>
              )}
            </>
          )}
        </div>
        <Button
          id={copyButtonId}
          // Where one more try is offered above, that is what the screen is for.
          {...(again.length === 0 && { look: 'primary' })}
          isOff={!isReady || state.isRunning}
          onClick={copy}
        >
          {count > 0 ? t('copying_bar_copy', { count }) : t('copying_bar_copy_none')}
        </Button>
      </div>
    </div>
  );
}
