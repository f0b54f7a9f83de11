import { repairCharacters } from './characters.ts';
import { linesOf } from './lines.ts';
import { readMarkdown, usesMarkdown } from './markdown.ts';
import { blankNavigation } from './navigation.ts';
import { type Piece, piecesOfLines } from './pieces.ts';

/** A page's text made readable at equal length, and its lines as pieces; Markdown's markers are taken out where it has any. */
export function readPlainText(text: string): { view: string; pieces: Piece[] } {
  const view = blankNavigation(repairCharacters(text));
  return usesMarkdown(view) ? readMarkdown(view) : { view, pieces: piecesOfLines(linesOf(view)) };
}
