import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { articleSpans, piecesIn } from './layout/article-spans.ts';
import { impliedId, labelledDate, nameOf, noOwnId, oneLine, secondArticle, statedIds } from './layout/fields.ts';
import { isSupportPage } from './layout/marks.ts';
import { readPageHeader } from './layout/page-header.ts';
import { readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';
import { readPlainText } from './layout/plain-text.ts';

const DATES = [
  /Last Review(?:ed)?\s{0,3}:/i,
  /Last (?:Updated|Modified)\s{0,3}:/i,
  /(?:^|\n)\s{0,8}(?:Updated|Published|Release date)\s{0,3}:/i,
];

/** The text of a support page as people saved or pasted it: with or without header, whole or cut. */
export const supportPage: Dialect = {
  name: 'support-page',
  claims: isSupportPage,

  parse(source, report) {
    const { view, pieces } = readPlainText(source.text);
    const spans = articleSpans(view, pieces);
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
  const id = statedIds(whole)[0]?.id ?? impliedId(whole.slice(0, 6000), parts.keywords, header.title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), view, parts.blocks));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'support-page',
    title: oneLine(header.title),
    modified: labelledDate(whole, DATES),
    category: null,
    source: source.name,
    text: source.text,
    span,
    view,
    appliesTo: parts.appliesTo,
    product: null,
    productVersion: null,
    keywords: parts.keywords,
    blocks: parts.blocks,
  };
}
