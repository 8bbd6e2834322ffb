/**
 * Scrolls what the element lies in: the host page may scroll in its window or in an element around us, and nobody tells
 * us which.
 */
export function scrollBy(element: Element, distance: number): void {
  let rest = distance;
  for (let around = element.parentElement; around && Math.abs(rest) >= 1; around = around.parentElement) {
    if (!canScroll(around)) continue;
    const before = around.scrollTop;
    around.scrollTop += rest;
    rest -= around.scrollTop - before;
  }
}

function canScroll(element: Element): boolean {
  if (element === document.scrollingElement) return true;
  const { overflowY } = getComputedStyle(element);
  return overflowY === 'auto' || overflowY === 'scroll';
}
