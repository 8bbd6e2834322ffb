import type { Virtualizer } from '@tanstack/react-virtual';

type Rows = Virtualizer<Window, HTMLTableRowElement>;

/**
 * Tells how far the list is scrolled past the window's upper edge, whatever it is that scrolls: measured from where the
 * list is, at every scroll in the document.
 */
export function observePlace(
  listOf: () => Element | null,
  rows: Rows,
  tell: (offset: number, isScrolling: boolean) => void,
): () => void {
  const place = () => -(listOf()?.getBoundingClientRect().top ?? 0);
  const widthNow = () => listOf()?.getBoundingClientRect().width;
  let width = widthNow();
  const onScroll = () => tell(place(), true);
  const onRest = () => tell(place(), false);
  const onResize = () => {
    // Other line breaks, other heights: what was measured before is worth nothing.
    if (width !== widthNow()) rows.measure();
    width = widthNow();
    onRest();
  };
  // An inner element's scrolling does not bubble; on its way down it passes the document.
  const options = { capture: true, passive: true };
  document.addEventListener('scroll', onScroll, options);
  document.addEventListener('scrollend', onRest, options);
  addEventListener('resize', onResize);
  onRest();
  return () => {
    document.removeEventListener('scroll', onScroll, options);
    document.removeEventListener('scrollend', onRest, options);
    removeEventListener('resize', onResize);
  };
}
