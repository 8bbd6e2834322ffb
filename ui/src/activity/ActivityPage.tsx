import { useDelayed } from '../components/use-delayed.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { ActivityBar } from './ActivityBar.tsx';
import { ActivityHead } from './ActivityHead.tsx';
import './ActivityPage.css';
import { AttemptList } from './list/AttemptList.tsx';
import { Pictures } from './pictures/Pictures.tsx';
import { countryCalled } from './search-country.ts';
import { useActivityFilter } from './use-activity-filter.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** Long enough to type a letter, in milliseconds. */
const typingPause = 300;

/** "Who tried, and what happened?", at one mailbox or at all of the account. */
export function ActivityPage({ mailbox }: { mailbox: string | undefined }) {
  const i18n = useI18n();
  const { filter, setText, ...set } = useActivityFilter();
  const { show, span } = filter;
  const text = useDelayed(filter.text.trim(), typingPause);
  const asked = { mailbox, filter: { show, span, text }, country: countryCalled(text, i18n) };
  const parts = [
    <Pictures key="pictures" mailbox={mailbox} filter={asked.filter} onCountry={setText} />,
    <AttemptList key="list" asked={asked} onClear={() => setText('')} />,
  ];
  // On a phone the pictures come second: what was tried is what one came for.
  const isNarrow = useIsNarrow();
  return (
    <div className="ef-activity">
      <ActivityHead mailbox={mailbox} />
      <ActivityBar asked={asked} filter={filter} setText={setText} {...set} />
      {isNarrow ? parts.toReversed() : parts}
    </div>
  );
}
