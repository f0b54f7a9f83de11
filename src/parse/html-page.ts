import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { articleSpans } from './layout/article-spans.ts';
import { impliedId, labelledDate, nameOf, noOwnId, secondArticle, statedIds } from './layout/fields.ts';
import { readHtml } from './layout/html-text.ts';
import { isHtmlPage } from './layout/marks.ts';
import { readPageHeader } from './layout/page-header.ts';
import { readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';

const DATES = [/Last Review(?:ed)?\b/i, /Last (?:Updated|Modified)\b/i, /Article Last Modified on/i, /Published on\b/i];

/** An article as HTML: a support page, the archive's HTML port, or either one pasted into somebody's page. */
export const htmlPage: Dialect = {
  name: 'html-page',
  claims: isHtmlPage,

  parse(source, report) {
    const { view, pieces } = readHtml(source.text);
    return articleSpans(view, pieces).flatMap((span, i) => {
      const own = pieces.filter((piece) => piece.from >= span.from && piece.to <= span.to);
      const article = readArticle(source, view, span, own, report);
      if (i > 0 && article) report(secondArticle(source.name, article.id, span.from));
      return article ?? [];
    });
  },
};

function readArticle(
  source: SourceFile,
  view: string,
  span: Span,
  pieces: readonly Piece[],
  report: Report,
): Article | null {
  const header = readPageHeader(view, pieces);
  const parts = readPageParts({ text: source.text, view }, header.body);
  const whole = view.slice(span.from, span.to);
  const id = statedIds(whole)[0]?.id ?? impliedId(whole.slice(0, 20_000), parts.keywords, header.title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), whole));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'html-page',
    title: header.title,
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
