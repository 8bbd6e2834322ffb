import { useCallback } from 'react';
import { useUrlTexts } from './use-url-texts.ts';

/**
 * A piece of the screen's state that stands in its address, so that it can be bookmarked, sent, and gone back to.
 *
 * @param name of the parameter; an empty text leaves it out
 * @returns its text, and how it is changed: in place, or as a step that "back" undoes
 */
export function useUrlText(name: string): [string, (text: string, options?: { isStep?: boolean }) => void] {
  const [textOf, change] = useUrlTexts();
  const changeOne = useCallback(
    (text: string, options?: { isStep?: boolean }) => change({ [name]: text }, options),
    [name, change],
  );
  return [textOf(name), changeOne];
}
