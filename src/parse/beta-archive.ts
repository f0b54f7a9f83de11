import type { Article, Block, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { piecesIn } from './layout/article-spans.ts';
import { impliedId, labelledDate, nameOf, noOwnId, oneLine, secondArticle, statedIds } from './layout/fields.ts';
import { isBetaArchive } from './layout/marks.ts';
import { isChrome } from './layout/navigation.ts';
import { readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';
import { readPlainText } from './layout/plain-text.ts';
import { knownRank, namesProduct } from './layout/vocabulary.ts';

const PAGE_NAME = /(?:^|\n)[ \t#*]{0,8}Microsoft KB Archive\/Q?(\d{4,7})\b/g;
const DATES = [/Article Last Modified on/i, /Last (?:Modified|Review|Updated)[^:\n]{0,12}:/i];
const HEADER_LINE =
  /^(?:Microsoft KB Archive\/Q?\d|From BetaArchive Wiki|Article ID\b|Article Last Modified|Jump to|Navigation)/i;

/** A page of the BetaArchive wiki: 'Microsoft KB Archive/817765', 'APPLIES TO' bullets, sections per product. */
export const betaArchive: Dialect = {
  name: 'beta-archive',
  claims: isBetaArchive,

  parse(source, report) {
    const { view, pieces } = readPlainText(source.text);
    const spans = spansOf(view);
    const parts = piecesIn(pieces, spans);
    return spans.map((span, i) => {
      const article = readArticle(source, view, span, parts[i]!, report);
      if (i > 0) report(secondArticle(source.name, article.id, span.from));
      return article;
    });
  },
};

/** One span for each page name; a name that is repeated at once, as a wiki's heading, starts no page of its own. */
function spansOf(view: string): Span[] {
  const names = [...view.matchAll(PAGE_NAME)];
  const starts: number[] = [];
  names.forEach((m, i) => {
    if (i === 0 || m[1] !== names[i - 1]![1]) starts.push(m.index + (m[0][0] === '\n' ? 1 : 0));
  });
  return (starts.length === 0 ? [0] : starts).map((from, i) => ({
    from: i === 0 ? 0 : from,
    to: starts[i + 1] ?? view.length,
  }));
}

function readArticle(source: SourceFile, view: string, span: Span, pieces: readonly Piece[], report: Report): Article {
  const page = { text: source.text, view };
  const lineOf = (piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 500));
  const start = headerEnd(pieces, lineOf);
  const header = view.slice(span.from, pieces[start]?.from ?? span.to);
  const name = new RegExp(PAGE_NAME.source).exec(header)?.[0].trim() ?? '';
  const printed = pieces.slice(0, start).find((piece) => !HEADER_LINE.test(lineOf(piece)) && !isChrome(lineOf(piece)));
  const parts = readPageParts(page, pieces.slice(start));
  const below = printed ? null : titleBelow(view, parts.blocks);
  const title = printed ? lineOf(printed) : (below ?? name.replace(/^[#*\s]{1,8}/, ''));
  const id =
    statedIds(header)[0]?.id ??
    new RegExp(PAGE_NAME.source).exec(header)?.[1]?.replace(/^0+(?=\d)/, '') ??
    impliedId(view.slice(span.from, span.from + 4000), parts.keywords, '');
  if (id === null) report(noOwnId(source.name, nameOf(source.name), view, parts.blocks));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'beta-archive',
    title: oneLine(title),
    modified: labelledDate(header, DATES),
    category: null,
    source: source.name,
    text: source.text,
    span,
    view,
    appliesTo: parts.appliesTo,
    product: null,
    productVersion: null,
    keywords: parts.keywords,
    blocks: below === null ? parts.blocks : parts.blocks.slice(1),
  };
}

/** Some pages print their title below the list of products: a line of its own before the first section. */
function titleBelow(view: string, blocks: readonly Block[]): string | null {
  const [first, second] = blocks;
  if (first === undefined || second?.kind !== 'heading' || (first.kind !== 'heading' && first.kind !== 'paragraph'))
    return null;
  const line = view.slice(first.from, first.to);
  if (line.length < 12 || line.length > 250 || line.includes('\n') || /[.:;?!]$/.test(line)) return null;
  return knownRank(line) === null && !namesProduct(line) ? line : null;
}

/** The index of the first piece that is not the page's header: its name, the wiki's line, a title, id and date. */
function headerEnd(pieces: readonly Piece[], lineOf: (piece: Piece) => string): number {
  let end = 0;
  for (let i = 0; i < Math.min(pieces.length, 14); i++) {
    const line = lineOf(pieces[i]!);
    if (knownRank(line) !== null || /^APPLIES TO/i.test(line)) break;
    if (HEADER_LINE.test(line)) end = i + 1;
  }
  return end;
}
