import { FONT } from '../look/palette.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Attribute = string | number | boolean | null | undefined | ((event: never) => void);

/** Makes an SVG element, as `h` makes one of HTML: strings become text nodes, nothing is parsed. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, Attribute> = {},
  ...children: (Node | string | null | undefined | false)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An empty drawing of that size in pixels, which stands on its own when it is saved. */
export function drawing({ width, height }: { width: number; height: number }, label: string): SVGSVGElement {
  return s('svg', {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    // A frame that is wider shows more of it to the right, and none of it larger.
    preserveAspectRatio: 'xMinYMin',
    'font-family': FONT,
    role: 'group',
    'aria-label': label,
  });
}
