import type { Page } from '@playwright/test';

/** The computed styles of elements, each under the way to it, which reads like a selector. */
export type Styles = Record<string, Record<string, string>>;

/**
 * What a person sees of an element, without what follows from the room there is and the length of the words (width,
 * height, place) and without the font family, which the page takes from its host on purpose.
 */
const properties = [
  ...['color', 'background-color', 'background-image', 'opacity', 'visibility', 'box-shadow', 'filter'],
  ...[
    'font-size',
    'font-weight',
    'font-style',
    'font-variant',
    'line-height',
    'letter-spacing',
    'word-spacing',
  ],
  ...['text-align', 'text-transform', 'text-indent', 'text-shadow', 'white-space', 'vertical-align'],
  ...['text-decoration-line', 'text-decoration-style', 'text-decoration-color', 'text-underline-offset'],
  ...['display', 'position', 'float', 'clear', 'box-sizing', 'overflow-x', 'overflow-y', 'z-index'],
  ...['flex-direction', 'flex-wrap', 'flex-grow', 'flex-shrink', 'row-gap', 'column-gap'],
  ...['align-items', 'align-self', 'justify-content', 'min-width', 'min-height', 'max-width', 'max-height'],
  ...['list-style-type', 'border-collapse', 'border-spacing', 'caption-side', 'table-layout'],
  ...['appearance', 'cursor', 'pointer-events', 'user-select', 'resize', 'outline-style', 'outline-width'],
  ...['fill', 'stroke', 'stroke-width', 'content'],
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    ...['width', 'style', 'color'].map((part) => `border-${side}-${part}`),
  ]),
  ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((corner) => `border-${corner}-radius`),
];

/** The styles of the page's own root and all in it, before and after pseudo-elements included. */
export function ownStyles(page: Page): Promise<Styles> {
  return page.evaluate(readStyles, { properties, isOwn: true });
}

/** The styles of everything else on the page. */
export function hostStyles(page: Page): Promise<Styles> {
  return page.evaluate(readStyles, { properties, isOwn: false });
}

/** Runs in the browser. */
function readStyles({ properties, isOwn }: { properties: string[]; isOwn: boolean }): Styles {
  const root = document.getElementById('email-firewall');
  const styles: Styles = {};
  const read = (element: Element, path: string) => {
    for (const part of [null, '::before', '::after']) {
      const computed = getComputedStyle(element, part);
      // A pseudo-element that has no content is not there.
      if (part !== null && computed.content === 'none') continue;
      styles[`${path}${part ?? ''}`] = Object.fromEntries(
        properties.map((name) => [name, computed.getPropertyValue(name)]),
      );
    }
    for (const [index, child] of [...element.children].entries()) {
      const name = [child.localName, ...child.classList].join('.');
      if (isOwn || child !== root) read(child, `${path} > ${name}:nth-child(${index + 1})`);
    }
  };
  if (!isOwn) read(document.documentElement, 'html');
  else if (root) read(root, '#email-firewall');
  return styles;
}

/** What is different, one line for each property of each element; and the elements that only one of them has. */
export function differences(expected: Styles, found: Styles): string[] {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return paths.flatMap((path) => {
    const [before, after] = [expected[path], found[path]];
    if (!before) return [`${path}: is new`];
    if (!after) return [`${path}: is missing`];
    return Object.keys(before)
      .filter((name) => before[name] !== after[name])
      .map((name) => `${path}: ${name}: ${after[name]} instead of ${before[name]}`);
  });
}
