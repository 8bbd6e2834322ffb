import { type FocusEvent, type PointerEvent, type RefObject, useEffect, useState } from 'react';

/**
 * Whether the person is at work in a list: it is scrolled past its beginning, or the pointer or the focus is in it.
 *
 * @param beginning what stands right above the list
 */
export function useIsReading(beginning: RefObject<HTMLElement | null>) {
  const [isScrolled, setScrolled] = useState(false);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    const element = beginning.current;
    if (!element) return;
    // Whatever it is that scrolls, the window or a part of the host page: what is out of sight and not below is above.
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setScrolled(!entry.isIntersecting && entry.boundingClientRect.top < innerHeight / 2);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [beginning]);
  return {
    isReading: isScrolled || isPointed || isFocused,
    isScrolled,
    /** For what is around the rows, whether there are any or not: it must see the pointer leave. */
    handlers: {
      onPointerEnter: ({ pointerType }: PointerEvent) => setPointed(pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  };
}
