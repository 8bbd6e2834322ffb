import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { Words } from '../../words/words.ts';
import { DifferenceList } from '../DifferenceList.tsx';
import { applyChanges } from '../policy-change.ts';
import { differencesBetween } from '../policy-difference.ts';
import type { SaveQueue, SaveState } from './save-queue.ts';

type Props = { saves: SaveState; queue: SaveQueue; onDiscard: () => void; words: Words };

/** Changes that are not saved: why, what others did meanwhile, and the ways on. */
export function UnsavedChanges({ saves: { unsaved, failure, elsewhere }, queue, onDiscard, words }: Props) {
  const { t } = words;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (!failure) return null;
  const count = unsaved.length;
  const actions = (
    <>
      <Button look="primary" onClick={queue.retry}>
        {elsewhere ? t('save_stale_apply', { count }) : t('error_retry')}
      </Button>
      <Button onClick={onDiscard}>
        {elsewhere ? t('save_stale_keep') : t('save_failed_discard', { count })}
      </Button>
    </>
  );
  return (
    <div className="ef-policy-unsaved" ref={notice}>
      {elsewhere ? (
        <Notice tone="warn" icon="warn" isAlert title={t('save_stale_title')} actions={actions}>
          <p className="ef-text">{t('save_stale_text', { count })}</p>
          <DifferenceList
            title={t('save_stale_theirs')}
            differences={differencesBetween(elsewhere.before, elsewhere.after)}
            words={words}
          />
          <DifferenceList
            title={t('save_stale_yours', { count })}
            differences={differencesBetween(elsewhere.after, applyChanges(elsewhere.after, unsaved))}
            words={words}
          />
        </Notice>
      ) : (
        <ErrorNotice title={t('save_failed_title', { count })} failure={failure} actions={actions}>
          <p className="ef-text">{t('save_failed_text')}</p>
        </ErrorNotice>
      )}
    </div>
  );
}
