import type { Article, Span } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import { piecesIn } from './layout/article-spans.ts';
import { impliedId, labelledDate, nameOf, noOwnId, oneLine, secondArticle, statedIds } from './layout/fields.ts';
import { isArchiveDump } from './layout/marks.ts';
import { isChrome } from './layout/navigation.ts';
import { readPageParts } from './layout/page-parts.ts';
import type { Piece } from './layout/pieces.ts';
import { readPlainText } from './layout/plain-text.ts';
import { knownRank } from './layout/vocabulary.ts';

const NOTICE =
  /(?:^|[\n\r])[ \t>*#]{0,8}(Notice:\s{1,3}This\s{1,3}website\s{1,3}is\s{1,3}an\s{1,3}unofficial\s{1,3}Microsoft\s{1,3}Knowledge\s{1,3}Base)/g;
const TOP = /Back to the top/g;
const DATES = [/Published on\s{0,3}:/i, /Last (?:Review|Modified|Updated)[^:\n]{0,12}:/i, /Created on\s{0,3}:/i];

/** A page of the unofficial archive: a notice, sections that end in '↑ Back to the top', and 'Article Info' at the foot. */
export const archiveDump: Dialect = {
  name: 'archive-dump',
  claims: isArchiveDump,

  parse(source, report) {
    const { view, pieces } = readPlainText(source.text);
    const spans = spansOf(source.text);
    const parts = piecesIn(pieces, spans);
    return spans.map((span, i) => {
      const article = readArticle(source, view, span, parts[i]!, report);
      if (i > 0) report(secondArticle(source.name, article.id, span.from));
      return article;
    });
  },
};

/** One span for each notice; what stands before the first belongs to it. */
function spansOf(text: string): Span[] {
  const starts = [...text.matchAll(NOTICE)].map((m) => m.index + m[0].length - m[1]!.length);
  return (starts.length === 0 ? [0] : starts).map((from, i) => ({
    from: i === 0 ? 0 : from,
    to: starts[i + 1] ?? text.length,
  }));
}

function readArticle(source: SourceFile, view: string, span: Span, all: readonly Piece[], report: Report): Article {
  const page = { text: source.text, view };
  const tops = [...source.text.slice(span.from, span.to).matchAll(TOP)].map((m) => span.from + m.index);
  const pieces = markOpenings(all, tops);
  const lineOf = (piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 500));
  const first = pieces.findIndex((piece) => !isChrome(lineOf(piece)));
  const titled = first >= 0 && knownRank(lineOf(pieces[first]!)) === null;
  // A title may be wrapped; a blank line ends it.
  let next = Math.max(0, first);
  if (titled)
    do next++;
    while (next < Math.min(pieces.length, first + 4) && !pieces[next]!.gap);
  const title = titled ? view.slice(pieces[first]!.from, pieces[next - 1]!.to) : '';
  const parts = readPageParts(page, pieces.slice(next));
  const whole = view.slice(span.from, span.to);
  const id = statedIds(whole).at(-1)?.id ?? impliedId(whole.slice(0, 4000), parts.keywords, title);
  if (id === null) report(noOwnId(source.name, nameOf(source.name), view, parts.blocks));
  return {
    id: id ?? nameOf(source.name),
    dialect: 'archive-dump',
    title: oneLine(title),
    modified: labelledDate(whole.slice(-2000), DATES),
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

/** Marks the first piece after each '↑ Back to the top': a section begins there, under whatever name. */
function markOpenings(pieces: readonly Piece[], tops: readonly number[]): Piece[] {
  let next = 0;
  return pieces.map((piece, i) => {
    let passed = false;
    while (next < tops.length && tops[next]! < piece.from) {
      passed = true;
      next++;
    }
    return passed && i > 0 && piece.to - piece.from < 120 ? { ...piece, opens: true, gap: true } : piece;
  });
}
