import type { Block, Span } from '../../model/article.ts';
import { readDate } from './dates.ts';
import { lineAt, linesOf } from './lines.ts';
import { plainBlocks } from './plain-blocks.ts';
import { productBullets, readQFooter, wordsOf } from './q-layout.ts';

/** A Q article as the public archive's ports print it: 'Article: Q182918', 'Product(s): …', and the body as it was. */
export interface PortedArticle {
  id: string;
  modified: string | null;
  product: Span | null;
  productVersion: Span | null;
  keywords: string[];
  appliesTo: Span[];
  blocks: Block[];
}

const START = /(?:^|\n)[ \t]{0,400}Article: {0,8}Q(\d{4,7})[ \t\r]{0,8}(?:\n|$)/;
const FIELD = /^(Product\(s\)|Version\(s\)|Operating System\(s\)|Keyword\(s\)|Last Modified):[ \t]{0,8}/;

/** Where the port's header begins in `view`, or -1. */
export const findPort = (view: string): number => START.exec(view)?.index ?? -1;

/** Reads the port whose header begins at `from`; `to` ends the article. */
export function readPort(view: string, from: number, to: number): PortedArticle {
  let end = to;
  while (end > from && /\s/.test(view[end - 1]!)) end--;
  const lines = linesOf(view, from, end);
  const fields = new Map<string, Span>();
  let next = 0;
  for (let i = 0; i < Math.min(lines.length, 12); i++) {
    const line = lines[i]!;
    const field = FIELD.exec(view.slice(line.from, Math.min(line.to, line.from + 60)));
    if (field) {
      const { from: first, to: last } = lineAt(view, line.from + field[0].length, line.to);
      if (first < last) fields.set(field[1]!, { from: first, to: last });
    }
    if (field || /^Article: /.test(view.slice(line.from, line.from + 10))) next = i + 1;
  }
  const textOf = (name: string): string => {
    const span = fields.get(name);
    return span ? view.slice(span.from, span.to) : '';
  };
  const footer = readQFooter(view, lines, next);
  const list = productBullets(view, lines, next, footer.from);
  return {
    id: START.exec(view.slice(Math.max(0, from - 1), from + 500))?.[1]?.replace(/^0+(?=\d)/, '') ?? '',
    modified: readDate(textOf('Last Modified')),
    product: fields.get('Product(s)') ?? null,
    productVersion: fields.get('Version(s)') ?? null,
    keywords: [...new Set([...wordsOf(textOf('Keyword(s)')), ...footer.keywords])],
    appliesTo: list.bullets,
    blocks: plainBlocks(view, [...lines.slice(next, list.from), ...lines.slice(list.to, footer.from)]),
  };
}
