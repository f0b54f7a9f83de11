import { captureLines } from './capture-lines.ts';

/** The rows of a delimited text; a cell may be quoted, with doubled quotes inside, and hold the delimiter. */
export function parseRows(text: string, delimiter: ',' | ';' | '\t'): string[][] {
  return captureLines(text)
    .filter((line) => line.trim() !== '')
    .map((line) => parseRow(line, delimiter));
}

function parseRow(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (isQuoted && character === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (character === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
