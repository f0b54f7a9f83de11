import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { piecesIn } from './layout/article-spans.ts';
import { repairCharacters } from './layout/characters.ts';
import { impliedId, labelledDate, nameOf, noOwnId, oneLine, secondArticle } from './layout/fields.ts';
import { lineAt } from './layout/lines.ts';
import { readMarkdown } from './layout/markdown.ts';
import { isLearnMarkdown } from './layout/marks.ts';
import { productList, readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';

const START = /(?:^|\n)---[ \t]{0,8}\r?\n(?=title:)/g;
const KB_NUMBER = /Original KB number:[\s*_]{0,40}(?:KB|Q)?\s?(\d{5,8})\b/i;
const PRODUCT_VERSION = /Original product version:/i;
const APPLIES_TO = /^Applies to:/i;
const SUMMARY_OF = /^(?:Summary|Overview|Details) (?:of|for) KB ?(\d{6,8})\b/i;
const DATES = [/(?:^|\n)ms\.date\s{0,3}:/, /(?:^|\n)date\s{0,3}:/, /(?:^|\n)updated?(?:_at)?\s{0,3}:/];

/** A page of Microsoft Learn in Markdown: front matter, '_Original KB number:_', '_Original product version:_', pipe tables. */
export const learnMarkdown: Dialect = {
  name: 'learn-markdown',
  claims: isLearnMarkdown,

  parse(source, report) {
    const repaired = repairCharacters(source.text);
    const spans = spansOf(repaired);
    const fronts = spans.map((span) => ({ from: span.from, to: frontMatterEnd(repaired, span) }));
    const { view, pieces } = readMarkdown(repaired, fronts);
    const parts = piecesIn(pieces, spans);
    return spans.map((span, i) => {
      const article = readArticle(source, view, span, parts[i]!, report);
      if (i > 0) report(secondArticle(source.name, article.id, span.from));
      return article;
    });
  },
};

/** One span for each front matter. */
function spansOf(view: string): Span[] {
  const starts = [...view.matchAll(START)].map((m) => m.index + (m[0][0] === '\n' ? 1 : 0));
  return (starts.length === 0 ? [0] : starts).map((from, i) => ({
    from: i === 0 ? 0 : from,
    to: starts[i + 1] ?? view.length,
  }));
}

/** Where the Markdown begins: after the second '---', if the text begins with one. */
function frontMatterEnd(view: string, { from, to }: Span): number {
  const open = /^\s{0,20}---[ \t]{0,8}\r?\n/.exec(view.slice(from, from + 60));
  if (!open) return from;
  const head = view.slice(from, Math.min(to, from + 10_000));
  const close = head.indexOf('\n---', open[0].length - 1);
  if (close < 0) return from;
  const line = view.indexOf('\n', from + close + 1);
  return line < 0 || line > to ? to : line + 1;
}

function readArticle(source: SourceFile, view: string, span: Span, pieces: readonly Piece[], report: Report): Article {
  const lineOf = (piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 2000));
  const head = view.slice(span.from, Math.max(span.from, Math.min(span.to, pieces[0]?.from ?? span.to)));
  const first = pieces.findIndex((piece) => piece.kind === 'heading');
  const titled = first >= 0 && first < 3 && pieces[first]!.level <= 1;
  const title = titled ? lineOf(pieces[first]!) : (frontMatter(head, 'title') ?? '');
  const rest = pieces.filter((_, i) => !titled || i !== first);
  const versions = rest.find((piece) => PRODUCT_VERSION.test(lineOf(piece)));
  const applies = rest.find((piece) => APPLIES_TO.test(lineOf(piece)));
  const parts = readPageParts(
    { text: source.text, view },
    rest.filter((piece) => piece !== versions && piece !== applies),
  );
  const id = ownId(view, span, pieces, lineOf) ?? impliedId('', parts.keywords, title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), view, parts.blocks));
  const listed = [versions, applies].flatMap((piece) => (piece ? productsAfter(view, piece) : []));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'learn-markdown',
    title: oneLine(title),
    modified: labelledDate(head, DATES),
    category: null,
    source: source.name,
    text: source.text,
    span,
    view,
    appliesTo: listed.length > 0 ? listed : parts.appliesTo,
    product: null,
    productVersion: null,
    keywords: parts.keywords,
    blocks: parts.blocks,
  };
}

/** '_Original KB number:_ 4095462', else 'Summary of KB4594177'. */
function ownId(view: string, span: Span, pieces: readonly Piece[], lineOf: (piece: Piece) => string): string | null {
  const stated = KB_NUMBER.exec(view.slice(span.from, Math.min(span.to, span.from + 20_000)))?.[1];
  if (stated) return stated.replace(/^0+(?=\d)/, '');
  for (const piece of pieces) {
    const named = piece.kind === 'heading' ? SUMMARY_OF.exec(lineOf(piece))?.[1] : undefined;
    if (named) return named;
  }
  return null;
}

function frontMatter(head: string, field: string): string | null {
  const at = head.startsWith(`${field}:`) ? 0 : head.indexOf(`\n${field}:`) + 1;
  if (at <= 0 && !head.startsWith(`${field}:`)) return null;
  const { from, to } = lineAt(
    head,
    at + field.length + 1,
    (head.indexOf('\n', at + 1) + head.length) % head.length || head.length,
  );
  return head.slice(from, to).replace(/^["']|["']$/g, '') || null;
}

/** The products behind the colon of a line, as a comma list. */
function productsAfter(view: string, piece: Piece): Span[] {
  const colon = view.indexOf(':', piece.from);
  return colon < 0 || colon >= piece.to ? [] : productList(view, colon + 1, piece.to);
}
