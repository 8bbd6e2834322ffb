import type { PolicySettings } from '@email-firewall/contract';
import { lazy, Suspense, useRef, useState } from 'react';
import { CrashNotice } from '../components/CrashNotice.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import type { Words } from '../words/words.ts';
import { checkElementId } from './CheckRow.tsx';
import { ChecksPanel, testButtonId } from './ChecksPanel.tsx';
import { useTestPlace } from './use-test-place.ts';

const TestDialog = lazy(async () => ({ default: (await import('./TestDialog.tsx')).TestDialog }));

type Props = {
  mailbox: string;
  /** As the page shows them, with the changes that are still being saved. */
  settings: PolicySettings;
  words: Words;
};

/** "Would this get in?": the typical answers at a glance, and any address on demand. */
export function TesterArea({ mailbox, settings, words }: Props) {
  const { place, open, move, close } = useTestPlace();
  const openerId = useRef(testButtonId);
  // Once it was open it stays, so that it can be seen to close, and gives the focus back.
  const [wasOpen, setWasOpen] = useState(place !== undefined);
  if (place && !wasOpen) setWasOpen(true);
  return (
    <>
      <ChecksPanel
        mailbox={mailbox}
        settings={settings}
        words={words}
        onTest={(address) => {
          openerId.current = address === undefined ? testButtonId : checkElementId(address);
          open(address);
        }}
      />
      {wasOpen && (
        <ErrorBoundary fallback={<CrashNotice />}>
          <Suspense fallback={null}>
            <TestDialog
              mailbox={mailbox}
              settings={settings}
              words={words}
              place={place}
              onMove={move}
              onClose={close}
              lastFocusId={() => openerId.current}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
