import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { repairCharacters } from './layout/characters.ts';
import { readDate } from './layout/dates.ts';
import { flattenedLines } from './layout/flattened.ts';
import { type Line, linesOf } from './layout/lines.ts';
import { plainBlocks } from './layout/plain-blocks.ts';
import { LEGAL, productBullets, readQFooter, wordsOf } from './layout/q-layout.ts';

/** 'DOCUMENT:Q260695  11-NOV-2000  [exchange]', at the start of a line. */
const DOCUMENT = /DOCUMENT:[ \t]{0,8}Q\d{4,7}\b/g;
const LINE_START = /(?:^|\n)[ \t]{0,8}$/;

/** The article as Microsoft's own archive printed it until 2002, also when its line breaks were lost. */
export const qArticle: Dialect = {
  name: 'q-article',

  claims(source) {
    return /^\s{0,200}DOCUMENT:[ \t]{0,8}Q\d{4,7}\b/.test(source.text.slice(0, 300));
  },

  parse(source, report) {
    const view = repairCharacters(source.text);
    const starts = [...source.text.matchAll(DOCUMENT)]
      .map((m) => m.index)
      .filter((at) => at < 300 || LINE_START.test(source.text.slice(at - 9, at)));
    return starts.map((from, i) => {
      const to = starts[i + 1] ?? source.text.length;
      const article = readArticle(source, view, { from, to }, report);
      if (i > 0) {
        report({
          source: source.name,
          rule: 'parse/second-article',
          message: `The file holds another article, Q${article.id}, at offset ${from}; it is read as a record of its own.`,
        });
      }
      return article;
    });
  },
};

/** The header's fields in their order; each begins a line, or stands in the one line that is left of a flattened text. */
const FIELDS = ['TITLE   :', 'PRODUCT :', 'PROD/VER:', 'OPER/SYS:', 'KEYWORDS:'] as const;

function readArticle(source: SourceFile, view: string, span: Span, report: Report): Article {
  const flat = view.indexOf('\n', span.from) < 0 || view.indexOf('\n', span.from) > span.from + 2000;
  // The legal block is no content; it is a quarter of what the archive holds.
  const legal = view.lastIndexOf(LEGAL, span.to);
  const to = legal > span.from ? legal : span.to;
  const lines = flat ? flattenedLines(view, span.from, to) : linesOf(view, span.from, to);
  const head = view.slice(span.from, span.from + 120);
  const first = /^DOCUMENT:[ \t]{0,8}Q(\d{4,7})[ \t]{0,8}([^[\n]{0,20})(?:\[([^\]\n]{0,40})\])?/.exec(head);
  const id = first?.[1]?.replace(/^0+/, '') ?? '';
  const modified = readDate(first?.[2] ?? '');
  const header = readHeader(view, lines);
  const footer = readQFooter(view, lines, header.next);
  const list = productBullets(view, lines, header.next, footer.from);
  if (modified === null) {
    report({
      source: source.name,
      rule: 'parse/no-date',
      message: `Q${id} has '${first?.[2]?.trim() ?? ''}' where a date such as 11-NOV-2000 was expected.`,
    });
  }
  return {
    id,
    dialect: 'q-article',
    title: header.title ? view.slice(header.title.from, header.title.to).replace(/\s+/g, ' ') : '',
    modified,
    category: first?.[3]?.trim().toLowerCase() || null,
    source: source.name,
    text: source.text,
    span,
    view,
    appliesTo: list.bullets,
    product: header.product,
    productVersion: header.productVersion,
    keywords: [...new Set([...header.keywords, ...footer.keywords])],
    blocks: plainBlocks(view, [...lines.slice(header.next, list.from), ...lines.slice(list.to, footer.from)]),
  };
}

interface Header {
  title: Span | null;
  product: Span | null;
  productVersion: Span | null;
  keywords: string[];
  /** The index of the first line after the header. */
  next: number;
}

/** Reads 'TITLE   :' to 'KEYWORDS:'; a value that wraps goes on to the next field. */
function readHeader(view: string, lines: readonly Line[]): Header {
  const values: (Span | null)[] = [];
  let i = 1;
  for (const field of FIELDS) {
    const name = field.slice(0, field.length - 1).trimEnd();
    let value: Span | null = null;
    for (let j = i; j < Math.min(lines.length, i + 6); j++) {
      const line = lines[j]!;
      if (!view.startsWith(name, line.from)) continue;
      const colon = view.indexOf(':', line.from + name.length);
      if (colon < 0 || colon >= line.to) continue;
      value = trimmed(view, colon + 1, line.to);
      i = j + 1;
      // A wrapped value, at most three lines long, until a blank line, a rule or the next field.
      while (i < lines.length && i < j + 4 && isContinuation(view, lines[i]!)) {
        value = trimmed(view, value.from, lines[i]!.to);
        i++;
      }
      break;
    }
    values.push(value);
  }
  const text = (span: Span | null | undefined): string => (span ? view.slice(span.from, span.to) : '');
  const filled = (span: Span | null | undefined): Span | null => (span && span.to > span.from ? span : null);
  return {
    title: filled(values[0]),
    product: filled(values[1]),
    productVersion: filled(values[2]),
    keywords: wordsOf(text(values[4])),
    next: i,
  };
}

function isContinuation(view: string, line: Line): boolean {
  if (line.from === line.to) return false;
  const head = view.slice(line.from, line.from + 10);
  return !/^[=\-+|]{3}/.test(head) && !/^[A-Z/]{4,8} {0,4}:/.test(head) && !head.startsWith('DOCUMENT');
}

function trimmed(view: string, from: number, to: number): Span {
  while (from < to && view.charCodeAt(from) <= 32) from++;
  while (to > from && view.charCodeAt(to - 1) <= 32) to--;
  return { from, to };
}
