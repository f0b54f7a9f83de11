import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { articleSpans, piecesIn } from './layout/article-spans.ts';
import { impliedId, labelledDate, nameOf, noOwnId, oneLine, secondArticle, statedIds } from './layout/fields.ts';
import { readHtml } from './layout/html-text.ts';
import { isHtmlPage, isSupportText } from './layout/marks.ts';
import { readPageHeader } from './layout/page-header.ts';
import { readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';
import { findPort, readPort } from './layout/ported-article.ts';

const DATES = [/Last Review(?:ed)?\b/i, /Last (?:Updated|Modified)\b/i, /Article Last Modified on/i, /Published on\b/i];

const FORMER_ID = /previously published under Q\d{4}/;

/** An article as HTML: a support page, the archive's HTML port, or either one pasted into somebody's page. */
export const htmlPage: Dialect = {
  name: 'html-page',
  claims: isHtmlPage,

  parse(source, report) {
    const { view, pieces } = readHtml(source.text);
    const port = findPort(view);
    if (port >= 0) return [portedArticle(source, view, pieces, port)];
    const spans = articleSpans(view, pieces);
    // Any page may be HTML: only one that speaks as a support page does holds an article.
    if (spans.length === 1 && !isSupportText(view) && statedIds(view).length === 0 && !FORMER_ID.test(view)) return [];
    const parts = piecesIn(pieces, spans);
    return spans.map((span, i) => {
      const article = readArticle(source, view, span, parts[i]!, report);
      if (i > 0) report(secondArticle(source.name, article.id, span.from));
      return article;
    });
  },
};

function readArticle(source: SourceFile, view: string, span: Span, pieces: readonly Piece[], report: Report): Article {
  const header = readPageHeader(view, pieces);
  const parts = readPageParts({ text: source.text, view }, header.body);
  const whole = view.slice(span.from, span.to);
  const title = header.title || titleElement(source.text);
  const id = statedIds(whole)[0]?.id ?? impliedId(whole.slice(0, 20_000), parts.keywords, title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), view, parts.blocks));
  return {
    ...parts,
    id: id ?? nameOf(source.name),
    dialect: 'html-page',
    title: oneLine(title),
    modified: labelledDate(whole, DATES),
    category: null,
    source: source.name,
    text: source.text,
    span,
    view,
    product: null,
    productVersion: null,
  };
}

/** The archive's HTML port holds one Q article as preformatted text. */
function portedArticle(source: SourceFile, view: string, pieces: readonly Piece[], from: number): Article {
  const port = readPort(view, from, view.length);
  const heading = pieces.find(
    (piece) => piece.kind === 'heading' && /^Q\d{4,7}:/.test(view.slice(piece.from, piece.from + 10)),
  );
  const title = heading ? view.slice(heading.from, heading.to) : titleElement(source.text);
  return {
    ...port,
    dialect: 'html-page',
    title: title.replace(/^Q\d{4,7}:\s{0,4}/, '').replace(/\s{1,80}/g, ' '),
    category: null,
    source: source.name,
    text: source.text,
    span: { from: 0, to: source.text.length },
    view,
  };
}

/** The page's '<title>', without the site's name behind a bar. */
function titleElement(text: string): string {
  const title = /<title[^<>]{0,200}>([^<]{1,400})<\/title>/i.exec(text.slice(0, 60_000))?.[1] ?? '';
  return title
    .replace(/\s{1,80}/g, ' ')
    .replace(/ [|-] [^|]{0,60}$/, '')
    .trim();
}
