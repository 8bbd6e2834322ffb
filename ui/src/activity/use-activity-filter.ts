import { useUrlTexts } from '../location/use-url-texts.ts';
import { type ActivityFilter, filterTexts, readFilter, type Show, type Span } from './filter.ts';

export type FilterState = {
  filter: ActivityFilter;
  setShow: (show: Show) => void;
  setSpan: (span: Span) => void;
  /** Typing is no step: "back" would go through the letters. */
  setText: (text: string) => void;
};

/** What the activity is narrowed down to stands in the page's address. */
export function useActivityFilter(): FilterState {
  const [textOf, change] = useUrlTexts();
  return {
    filter: readFilter(textOf),
    setShow: (show) => change(filterTexts({ show }), { isStep: true }),
    setSpan: (span) => change(filterTexts({ span }), { isStep: true }),
    setText: (text) => change(filterTexts({ text })),
  };
}
