import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { repairCharacters } from './layout/characters.ts';
import { impliedId, labelledDate, nameOf, noOwnId, type StatedId, secondArticle, statedIds } from './layout/fields.ts';
import { linesOf } from './layout/lines.ts';
import { readMarkdown, usesMarkdown } from './layout/markdown.ts';
import { isSupportPage } from './layout/marks.ts';
import { blankNavigation } from './layout/navigation.ts';
import { readPageHeader } from './layout/page-header.ts';
import { readPageParts } from './layout/page-parts.ts';
import { type Piece, piecesOfLines } from './layout/pieces.ts';

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
    const repaired = blankNavigation(repairCharacters(source.text));
    const markdown = usesMarkdown(repaired) ? readMarkdown(repaired) : null;
    const view = markdown?.view ?? repaired;
    const pieces = markdown?.pieces ?? piecesOfLines(linesOf(view));
    const ids = statedIds(view);
    return spansOf(view, pieces, ids).map((span, i) => {
      const own = pieces.filter((piece) => piece.from >= span.from && piece.to <= span.to);
      const article = readArticle(source, view, span, own, report);
      if (i > 0) report(secondArticle(source.name, article.id, span.from));
      return article;
    });
  },
};

/** One span for each id that a header states; a page that repeats its id at the foot is one. */
function spansOf(view: string, pieces: readonly Piece[], ids: readonly StatedId[]): Span[] {
  const firsts = ids.filter((stated, i) => i === 0 || stated.id !== ids[i - 1]!.id);
  if (firsts.length < 2) return [{ from: 0, to: view.length }];
  const starts = firsts.map((stated) => startOf(view, pieces, stated));
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? view.length }));
}

/** Where the page with this id begins: at its title, if that stands before the id, else at the line of the id. */
function startOf(view: string, pieces: readonly Piece[], stated: StatedId): number {
  const at = pieces.findIndex((piece) => piece.to > stated.from);
  const line = pieces[at];
  if (!line) return stated.from;
  for (let i = at - 1; i >= 0 && i >= at - 3; i--)
    if (pieces[i]!.kind === 'heading') return lineStart(view, pieces[i]!.from);
  const rest = view.slice(stated.to, line.to);
  const before = pieces[at - 1];
  const titleFollows = /Revision\s?: ?[\d.]{1,8}\s{1,4}\S/.test(rest) || /Revision\s?: ?[\d.]{1,8}$/.test(rest);
  if (before && !titleFollows && line.gap && before.gap && before.to - before.from < 260) {
    const title = view.slice(before.from, before.to);
    if (!/[.:]$|^\|?\s?Keywords|^kb/i.test(title)) return before.from;
  }
  return line.from;
}

const lineStart = (view: string, at: number): number => view.lastIndexOf('\n', at - 1) + 1;

function readArticle(source: SourceFile, view: string, span: Span, pieces: readonly Piece[], report: Report): Article {
  const header = readPageHeader(view, pieces);
  const parts = readPageParts({ text: source.text, view }, header.body);
  const whole = view.slice(span.from, span.to);
  const id = statedIds(whole)[0]?.id ?? impliedId(whole.slice(0, 6000), parts.keywords, header.title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), whole));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'support-page',
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
