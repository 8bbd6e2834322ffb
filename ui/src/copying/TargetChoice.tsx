import { Tick } from '../components/Tick.tsx';
import { MailboxBar } from '../mailboxes/MailboxBar.tsx';
import { NothingFound } from '../mailboxes/NothingFound.tsx';
import type { Words } from '../words/words.ts';
import { TargetTable } from './TargetTable.tsx';
import { TickAll } from './TickAll.tsx';
import './TargetChoice.css';
import type { Copying } from './use-copying.ts';

/** To which mailboxes the rules are given. */
export function TargetChoice({ copying, words }: { copying: Copying; words: Words }) {
  const { t } = words;
  const { search, isOnlyUnprotected, setOnlyUnprotected } = copying;
  return (
    <section className="ef-targets" aria-labelledby="ef-targets-title">
      <h2 className="ef-copying-title" id="ef-targets-title">
        {t('copying_targets_title')}
      </h2>
      <MailboxBar search={search} />
      <div className="ef-targets-ticks">
        <TickAll copying={copying} words={words} />
        <Tick
          label={t('copying_targets_unprotected')}
          isTicked={isOnlyUnprotected}
          onChange={setOnlyUnprotected}
        />
      </div>
      {search.found.length > 0 ? (
        <TargetTable copying={copying} words={words} />
      ) : (
        <NothingFound
          onClear={() => {
            if (search.isNarrowed) search.clear();
            else setOnlyUnprotected(false);
          }}
        />
      )}
    </section>
  );
}
