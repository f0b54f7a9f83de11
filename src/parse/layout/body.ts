import type { Block } from '../../model/article.ts';
import { splitBullets } from './bullets.ts';
import { splitCitations } from './citations.ts';
import { readFlow } from './flow.ts';
import { splitGluedHeadings } from './glued-headings.ts';
import { headingRank, type Reading, wrappedHeading } from './heading-rank.ts';
import { createItemLevels, type RankedBlock, setLevels } from './levels.ts';
import { type Page, type Piece, trimSpan } from './pieces.ts';
import { isRule } from './table-cells.ts';
import { tableAt } from './tables.ts';
import type { HeadingRank } from './vocabulary.ts';

/** A bullet whose character no decoder knew. */
const LOST_BULLET = /\ufffd[ \t]{1,2}$/;

/** Cuts pieces where headings, bullets and citations are glued to other text. */
export function refinePieces({ text, view }: Page, pieces: readonly Piece[]): Piece[] {
  const bulleted = pieces.some((piece) => view.startsWith('- ', piece.from)) || view.includes('•');
  return pieces
    .map((piece) =>
      piece.kind === 'text' && LOST_BULLET.test(text.slice(Math.max(0, piece.from - 3), piece.from))
        ? { ...piece, kind: 'item' as const, level: 1 }
        : piece,
    )
    .flatMap((piece) => (piece.kind === 'text' || piece.kind === 'item' ? splitGluedHeadings(view, piece) : [piece]))
    .flatMap((piece) => (bulleted && piece.kind === 'text' ? splitBullets(view, piece) : [piece]))
    .flatMap((piece) => (piece.kind === 'text' || piece.kind === 'item' ? splitCitations(text, view, piece) : [piece]));
}

/** The blocks of refined pieces [from, to): headings with levels, paragraphs, items, citations and tables. */
export function readBlocks({ text, view }: Page, pieces: readonly Piece[]): Block[] {
  const page: Reading = {
    text,
    view,
    marked: pieces.filter((piece) => piece.kind === 'heading' && piece.level > 0).length > 1,
  };
  const blocks: RankedBlock[] = [];
  const add = (block: Block, rank: HeadingRank | null = null, level = 0): void => {
    if (block.from < block.to) blocks.push({ block, rank, level });
  };
  let levels = createItemLevels();
  let i = 0;
  while (i < pieces.length) {
    const piece = pieces[i]!;
    const table = tableAt(view, pieces, i);
    if (table) {
      add(table.block);
      i = table.next;
      continue;
    }
    if (isRule(view, piece.from, piece.to) || isPreview(view, piece, pieces[i + 1])) {
      i++;
      continue;
    }
    const rank = headingRank(page, pieces, i, blocks.at(-1));
    if (rank !== null) {
      const level = piece.opens ? 1 : piece.level;
      levels = createItemLevels();
      add({ kind: 'heading', level: 1, from: piece.from, to: trimColon(view, piece) }, rank, level);
      i++;
      continue;
    }
    const wrapped = wrappedHeading(page, pieces, i, blocks.at(-1));
    if (wrapped > 0) {
      add({ kind: 'heading', level: 1, from: piece.from, to: pieces[i + wrapped - 1]!.to }, 'other');
      i += wrapped;
      continue;
    }
    i = readFlow(page, pieces, i, levels, add);
  }
  return setLevels(view, blocks);
}

/** 'The Transact-SQL KILL command is used to … Eac...': the first words of a section, which a folded page shows before it. */
const isPreview = (view: string, piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  piece.to - piece.from < 200 &&
  view.startsWith('...', piece.to - 3) &&
  view.startsWith(view.slice(piece.from, piece.to - 3), next.from);

const trimColon = (view: string, piece: Piece): number =>
  view[piece.to - 1] === ':' ? trimSpan(view, piece.from, piece.to - 1).to : piece.to;
