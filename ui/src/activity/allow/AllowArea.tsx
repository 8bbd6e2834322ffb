import type { Event } from '@email-firewall/contract';
import { lazy, Suspense } from 'react';
import { CrashNotice } from '../../components/CrashNotice.tsx';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { Menu, type MenuEntry } from '../../components/Menu.tsx';
import type { Words } from '../../words/words.ts';
import { choicesOf, choiceWords } from './allow-choices.ts';
import { allowMenu } from './allow-menu.ts';
import type { Allowing } from './use-allow.ts';

const AllowDialog = lazy(async () => ({ default: (await import('./AllowDialog.tsx')).AllowDialog }));

type Props = { allow: Allowing; words: Words };

/** The menu of all rows, and the dialog that it leads to. */
export function AllowArea({ allow, words }: Props) {
  function entriesOf(event: Event): MenuEntry[] {
    return choicesOf(event).map((choice) => ({
      ...choiceWords(choice, words),
      onChoose: () => allow.begin(event, choice),
    }));
  }
  return (
    <>
      <Menu handle={allowMenu} entriesOf={entriesOf} onOpenChange={allow.setMenuOpen} />
      {allow.open && (
        <ErrorBoundary fallback={<CrashNotice />}>
          <Suspense>
            <AllowDialog open={allow.open} allow={allow} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
