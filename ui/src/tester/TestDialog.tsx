import type { PolicySettings } from '@email-firewall/contract';
import { Dialog } from '../components/Dialog.tsx';
import type { Words } from '../words/words.ts';
import { Tester } from './Tester.tsx';
import type { TestPlace } from './test-place.ts';

type Props = {
  mailbox: string;
  settings: PolicySettings;
  words: Words;
  /** What is tested, as the page's address has it; undefined: the dialog is closed. */
  place: TestPlace | undefined;
  onMove: (place: TestPlace) => void;
  onClose: () => void;
  /** The id of the element that has the focus afterwards. */
  lastFocusId: () => string;
};

/** "Would this address get in, and why?", in a window of its own. */
export function TestDialog({ place, onClose, lastFocusId, words, ...rest }: Props) {
  return (
    <Dialog
      isOpen={place !== undefined}
      title={words.t('tester_title')}
      onClose={onClose}
      lastFocusId={lastFocusId}
    >
      <Tester place={place} words={words} {...rest} />
    </Dialog>
  );
}
