import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { observePlace } from './observe-place.ts';
import { roomBefore, rowsToDraw } from './row-window.ts';

/** Until a row is measured. */
const likelyHeight = { wide: 70, narrow: 172 };

/**
 * Which rows of a long list to draw, as it is scrolled.
 *
 * @param names of all rows, in their order
 * @param kept the name of a row that is drawn in any case
 */
export function useRowWindow(names: readonly string[], kept: string | undefined) {
  const list = useRef<HTMLTableSectionElement>(null);
  const keptIndex = kept === undefined ? -1 : names.indexOf(kept);
  const rows = useWindowVirtualizer<HTMLTableRowElement>({
    count: names.length,
    getItemKey: useCallback((index: number) => names[index] ?? index, [names]),
    rangeExtractor: useCallback((range) => rowsToDraw(range, keptIndex), [keptIndex]),
    estimateSize: () =>
      (list.current?.offsetWidth ?? innerWidth) < 640 ? likelyHeight.narrow : likelyHeight.wide,
    measureElement: heightOf,
    overscan: 8,
    // Without them, nothing would be drawn until the first measuring, and nobody brought back to a row.
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: 0,
    observeElementOffset: (instance, tell) => observePlace(() => list.current, instance, tell),
    // It never scrolls anything: it knows the window alone, and the browser keeps what is read in its place by itself
    // (scroll anchoring) while rows above it turn out to be higher than was thought.
    scrollToFn: () => undefined,
  });
  rows.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  return { list, measure: rows.measureElement, rows: roomBefore(rows.getVirtualItems()) };
}

/** With its margin: narrow rows are cards with room between them. */
function heightOf(row: HTMLTableRowElement): number {
  return row.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(row).marginBottom || '0');
}
