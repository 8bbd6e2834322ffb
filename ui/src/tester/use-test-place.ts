import { useRef } from 'react';
import { useUrlTexts } from '../location/use-url-texts.ts';
import { nothingYet, placeTexts, readPlace, type TestPlace } from './test-place.ts';

/** What is tested stands in the page's address; the tester is open exactly while it does. */
export function useTestPlace() {
  const [textOf, change] = useUrlTexts();
  const isStep = useRef(false);
  return {
    /** Undefined while the tester is closed. */
    place: textOf('test') === '' ? undefined : readPlace(textOf),
    open: (address = nothingYet) => {
      isStep.current = true;
      change({ test: address }, { isStep: true });
    },
    move: (place: TestPlace) => change(placeTexts(place)),
    close: () => {
      // Back over the step that opened it, so that "back" does not seem dead afterwards; a link came without that step.
      if (isStep.current) history.back();
      else change({ test: '', protocol: '', time: '' });
      isStep.current = false;
    },
  };
}
