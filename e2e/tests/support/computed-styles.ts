import type { Page } from '@playwright/test';

/** The computed styles of elements, each under the way to it, which reads like a selector. */
export type Styles = Record<string, Record<string, string>>;

const sides = ['top', 'right', 'bottom', 'left'];

/**
 * What a person sees of an element, without what follows from the room there is and the length of the words (width,
 * height, place) and without the font family, which the page takes from its host on purpose.
 */
const properties = [
  ...['color', 'background-color', 'background-image', 'opacity', 'visibility', 'box-shadow', 'filter'],
  ...['font-size', 'font-weight', 'font-style', 'font-variant', 'line-height', 'vertical-align'],
  ...['letter-spacing', 'word-spacing', 'white-space', 'text-align', 'text-transform', 'text-indent'],
  ...['text-shadow', 'text-underline-offset'],
  ...['text-decoration-line', 'text-decoration-style', 'text-decoration-color'],
  ...['display', 'position', 'float', 'clear', 'box-sizing', 'overflow-x', 'overflow-y', 'z-index'],
  ...['flex-direction', 'flex-wrap', 'flex-grow', 'flex-shrink', 'row-gap', 'column-gap'],
  ...['align-items', 'align-self', 'justify-content', 'min-width', 'min-height', 'max-width', 'max-height'],
  ...['list-style-type', 'border-collapse', 'border-spacing', 'caption-side', 'table-layout'],
  ...['appearance', 'cursor', 'pointer-events', 'user-select', 'resize', 'outline-style', 'outline-width'],
  ...['fill', 'stroke', 'stroke-width', 'content'],
  ...sides.flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    ...['width', 'style', 'color'].map((part) => `border-${side}-${part}`),
  ]),
  ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((corner) => `border-${corner}-radius`),
];

/** Properties that have a value also where there is nothing to see of them: where another has this one. */
const unseenWhere: Record<string, [property: string, value: string]> = {
  'outline-width': ['outline-style', 'none'],
  'text-decoration-style': ['text-decoration-line', 'none'],
  'text-decoration-color': ['text-decoration-line', 'none'],
  ...Object.fromEntries(
    sides.flatMap((side) =>
      ['style', 'color'].map((part) => [`border-${side}-${part}`, [`border-${side}-width`, '0px']]),
    ),
  ),
};

/** The styles of the page's own root and all in it, before and after pseudo-elements included. */
export function ownStyles(page: Page): Promise<Styles> {
  return page.evaluate(readStyles, { properties, unseenWhere, isOwn: true });
}

/** The styles of everything else on the page. */
export function hostStyles(page: Page): Promise<Styles> {
  return page.evaluate(readStyles, { properties, unseenWhere, isOwn: false });
}

type Reading = { properties: string[]; unseenWhere: Record<string, [string, string]>; isOwn: boolean };

/** Runs in the browser. */
function readStyles({ properties, unseenWhere, isOwn }: Reading): Styles {
  const root = document.getElementById('email-firewall');
  const styles: Styles = {};
  const isSeen = (name: string, computed: CSSStyleDeclaration) => {
    const [other, value] = unseenWhere[name] ?? [];
    return other === undefined || computed.getPropertyValue(other) !== value;
  };
  const read = (element: Element, path: string) => {
    for (const part of [null, '::before', '::after']) {
      const computed = getComputedStyle(element, part);
      // A pseudo-element that has no content is not there.
      if (part !== null && computed.content === 'none') continue;
      styles[`${path}${part ?? ''}`] = Object.fromEntries(
        properties
          .filter((name) => isSeen(name, computed))
          .map((name) => [name, computed.getPropertyValue(name)]),
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
