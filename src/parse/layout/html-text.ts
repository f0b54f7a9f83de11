import type { Span } from '../../model/article.ts';
import { repairCharacters, withLineFeeds } from './characters.ts';
import { type HtmlTag, scanHtml } from './html-scanner.ts';
import { createTableFrames } from './html-tables.ts';
import { linesOf } from './lines.ts';
import { addressedArticle } from './markdown.ts';
import { createMask } from './mask.ts';
import { blankNavigation } from './navigation.ts';
import { type Piece, piecesOfLines, trimSpan } from './pieces.ts';

/** An HTML text without its tags, at equal length, and the pieces that its elements make. */
export interface HtmlText {
  view: string;
  pieces: Piece[];
}

const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'section',
  'article',
  'main',
  'aside',
  'hr',
  'form',
  'fieldset',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'body',
  'html',
  'center',
  'address',
  'details',
  'summary',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** A stretch of text that stays readable; `edge` says that a block's edge or a line break stands before it. */
interface Kept extends Span {
  edge: boolean;
  /** Set on the address of a link: it joins no word. */
  address?: boolean;
  /** Set to drop an address that its link's text repeats. */
  dropped?: boolean;
}

/** Takes the tags out of `text`, keeps its length, and tells headings, items, table rows and plain blocks apart. */
export function readHtml(decoded: string): HtmlText {
  const text = withLineFeeds(decoded);
  const kept: Kept[] = [];
  const frames = createTableFrames(text);
  let edge = true;
  let gap = true;
  let heading = 0;
  let preformatted = 0;
  let lists = 0;
  let item = 0;
  let run: Span | null = null;
  let link: { kept: Kept; article: string; from: number } | null = null;

  const flush = (): void => {
    if (run !== null && text.slice(run.from, Math.min(run.to, run.from + 5000)).trim() !== '') {
      const kind = heading > 0 ? 'heading' : preformatted > 0 ? 'code' : item > 0 ? 'item' : 'text';
      const level = heading > 0 ? Math.max(1, heading - 1) : kind === 'item' ? item : 0;
      frames.add({ kind, level, from: run.from, to: run.to, indent: 0, gap, open: false });
      item = 0;
      gap = false;
    }
    run = null;
  };
  const atEdge = (): void => {
    flush();
    edge = true;
  };

  scanHtml(text, {
    text(from, to) {
      kept.push({ from, to, edge });
      edge = false;
      run = { from: (run as Span | null)?.from ?? from, to };
    },
    open(tag: HtmlTag) {
      const { name } = tag;
      if (name === 'br') {
        const empty = run === null;
        atEdge();
        if (empty) gap = true;
        return;
      }
      if (name === 'a' && tag.href) {
        const article = addressedArticle(text.slice(tag.href.from, tag.href.to));
        link = null;
        if (article !== null) {
          const address: Kept = { ...tag.href, edge, address: true };
          kept.push(address);
          edge = false;
          link = { kept: address, article, from: tag.href.to };
        }
        return;
      }
      if (!BLOCKS.has(name)) return;
      atEdge();
      gap = true;
      if (/^h[1-6]$/.test(name)) heading = Number(name[1]);
      else if (name === 'pre') preformatted++;
      else if (name === 'ul' || name === 'ol') lists++;
      else if (name === 'li') item = Math.max(1, lists);
      frames.open(name);
    },
    close(name) {
      if (name === 'a' && link !== null) {
        // The text of the link says which article it is: the address would say it twice.
        if (text.slice(link.from, (run as Span | null)?.to ?? link.from).includes(link.article, 1))
          link.kept.dropped = true;
        link = null;
      }
      if (!BLOCKS.has(name)) return;
      atEdge();
      gap = true;
      if (/^h[1-6]$/.test(name)) heading = 0;
      else if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      else if (name === 'ul' || name === 'ol') lists = Math.max(0, lists - 1);
      else if (name === 'li') item = 0;
      frames.close(name);
    },
  });
  flush();
  const view = blankNavigation(repairCharacters(maskAllBut(text, kept)));
  return { view, pieces: frames.finish().flatMap((piece) => settled(view, piece)) };
}

function maskAllBut(text: string, kept: readonly Kept[]): string {
  const mask = createMask(text);
  let at = 0;
  let edge = true;
  let afterAddress = false;
  const skip = (to: number, hard: boolean): void => {
    if (at >= to) return;
    if (hard && !edge) mask.blank(at, to);
    else if (edge) {
      mask.put(at, at + 1, '\n');
      mask.blank(at + 1, to);
    } else mask.remove(at, to);
  };
  for (const part of kept) {
    edge ||= part.edge;
    if (part.dropped) continue;
    skip(part.from, afterAddress || part.address === true);
    at = part.to;
    edge = false;
    afterAddress = part.address === true;
  }
  edge = true;
  skip(text.length, true);
  return mask.view();
}

/** A piece as it stands in the finished view: trimmed, preformatted text by lines, gone where nothing is left. */
function settled(view: string, piece: Piece): Piece[] {
  if (piece.kind === 'code') return piecesOfLines(linesOf(view, piece.from, piece.to));
  const { from, to } = trim(view, piece);
  if (from >= to) return [];
  if (!piece.cells) return [{ ...piece, from, to }];
  return [{ ...piece, from, to, cells: piece.cells.map((cell) => trim(view, cell)) }];
}

/** The trimmed span; an empty one stays where it began. */
function trim(view: string, span: Span): Span {
  const { from, to } = trimSpan(view, span.from, span.to);
  return from < to ? { from, to } : { from: span.from, to: span.from };
}
