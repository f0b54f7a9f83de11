import type { Block, TableRow } from '../../model/article.ts';
import { type Line, lineAt, ruleOf } from './lines.ts';

/**
 * The blocks of plain text that is laid out by hand: underlined headings, paragraphs parted by blank lines,
 * bullets and numbered steps, lines that cite articles, boxed tables and tables under a dashed line.
 * `lines` must be in order; the spans of the blocks count in `text`.
 */
export function plainBlocks(text: string, lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i]!;
    if (line.from === line.to) {
      i++;
      continue;
    }
    const heading = headingAt(text, lines, i);
    if (heading) {
      blocks.push(heading);
      i += 2;
      continue;
    }
    const rule = ruleOf(text, line);
    if (rule !== '' && rule !== '.') {
      i++;
      continue;
    }
    const end = tableEnd(text, lines, i);
    if (end > i) {
      blocks.push(table(text, lines, i, end));
      i = end;
      continue;
    }
    i = flow(text, lines, i, blocks);
  }
  return blocks;
}

/** 'SYMPTOMS' over '========', 'Windows NT 3.51' over '---------------'; the rule is about as long as the words. */
function headingAt(text: string, lines: readonly Line[], i: number): Block | null {
  const line = lines[i]!;
  const under = lines[i + 1];
  if (!under || line.from === line.to || line.to - line.from > 120) return null;
  const rule = ruleOf(text, under);
  if (rule === '' || !'=-~*_^#.'.includes(rule)) return null;
  const slack = Math.abs(under.to - under.from - (line.to - line.from));
  if (slack > 3 && slack > (line.to - line.from) / 5) return null;
  if (isBoxed(text, line) || ruleOf(text, line) !== '' || line.indent > 8) return null;
  // The head of a table is underlined as well: several columns, and rows of the same kind below.
  if (looksLikeTableHead(text, line)) return null;
  const level = rule === '=' ? 1 : rule === '-' ? 2 : 3;
  return { kind: 'heading', level, from: line.from, to: line.to };
}

const isBoxed = (text: string, line: Line): boolean => {
  const first = text[line.from];
  const last = text[line.to - 1];
  return (first === '|' && last === '|') || (first === '+' && last === '+' && text[line.from + 1] === '-');
};

/** At least two gaps of two or more blanks: 'Date   Time   Size   File name'. */
function looksLikeTableHead(text: string, line: Line): boolean {
  let gaps = 0;
  for (let i = line.from; i + 1 < line.to; i++) {
    if (text[i] === ' ' && text[i + 1] === ' ') {
      gaps++;
      while (text[i + 1] === ' ') i++;
    } else if (text[i] === '\t') gaps++;
  }
  return gaps >= 2;
}

/** '---- -------  ----' or '-------------' below a line of columns. */
function isColumnRule(text: string, line: Line): boolean {
  if (line.to - line.from < 3) return false;
  let dashes = 0;
  for (let i = line.from; i < line.to; i++) {
    const c = text[i];
    if (c === '-' || c === '=') dashes++;
    else if (c !== ' ' && c !== '+' && c !== '|') return false;
  }
  return dashes >= 3;
}

/** The index after the table that starts at line `i`, or `i` where none starts. */
function tableEnd(text: string, lines: readonly Line[], i: number): number {
  let end = i;
  if (isBoxed(text, lines[i]!)) {
    while (end < lines.length && isBoxed(text, lines[end]!)) end++;
    return end;
  }
  // A head of one or two lines, then a rule; rows run to the next blank line or heading.
  for (let head = 1; head <= 2; head++) {
    const rule = lines[i + head];
    const first = lines[i + head + 1];
    if (!rule || !isColumnRule(text, rule) || !looksLikeTableHead(text, lines[i + head - 1]!)) continue;
    end = i + head + 1;
    if (first && first.from === first.to) end++; // a blank line between the rule and the rows
    while (end < lines.length && lines[end]!.from < lines[end]!.to && !headingAt(text, lines, end)) end++;
    return end;
  }
  return i;
}

function table(text: string, lines: readonly Line[], from: number, to: number): Block {
  const rows: TableRow[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    if (line.from === line.to || isColumnRule(text, line)) continue;
    rows.push({ from: line.from, to: line.to, cells: cellsOf(text, line) });
  }
  return { kind: 'table', from: lines[from]!.from, to: lines[to - 1]!.to, rows };
}

/** Cells between bars, else between gaps of two or more blanks or tabs. */
function cellsOf(text: string, line: Line): { from: number; to: number }[] {
  const cells: { from: number; to: number }[] = [];
  const push = (from: number, to: number): void => {
    const cell = lineAt(text, from, to);
    cells.push({ from: cell.from, to: cell.to });
  };
  if (isBoxed(text, line)) {
    let start = line.from + 1;
    for (let bar = text.indexOf('|', start); bar >= 0 && bar < line.to; bar = text.indexOf('|', start)) {
      push(start, bar);
      start = bar + 1;
    }
    return cells;
  }
  let start = line.from;
  for (let i = line.from; i < line.to; i++) {
    const gap = text[i] === '\t' || (text[i] === ' ' && text[i + 1] === ' ');
    if (!gap) continue;
    push(start, i);
    while (i + 1 < line.to && (text[i + 1] === ' ' || text[i + 1] === '\t')) i++;
    start = i + 1;
  }
  push(start, line.to);
  return cells;
}

const BULLET = /^(?:[-*o•·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+\S/;
const MARK = /^\S+[ \t]+/;
/** 'Q254682 XADM: …', 'ARTICLE-ID: Q154174', 'Q101788: Only …'; a number without Q or KB is no article here. */
const CITATION = /^(?:[-*•][ \t]+)?(?:ARTICLE[- ]ID ?: ?(?:Q|KB)?|Q|KB ?)\d{5,7}(?:[ \t:.-]|$)/i;
const NUMBERED_CITATION = /^(?:\d{1,3}[.)]|[-*•])[ \t]+(?:Q|KB)\d{5,7}\b/;
const TITLE_LINE = /^TITLE\s{0,4}:/i;

/** Whether a line begins with an ordinary word, so that it is neither a bullet nor a citation: most lines do. */
function beginsWithWord(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.from) | 32;
  const second = text.charCodeAt(line.from + 1) | 32;
  // 'Q123456', 'KB 12345' and 'ARTICLE-ID' begin with letters as well.
  const isLetter = first >= 97 && first <= 122 && second >= 97 && second <= 122;
  return isLetter && first !== 113 && !(first === 107 && second === 98) && !(first === 97 && second === 114);
}

/** Reads one paragraph, item or citation that starts at line `i`; returns the index after it. */
function flow(text: string, lines: readonly Line[], i: number, blocks: Block[]): number {
  const line = lines[i]!;
  const head = beginsWithWord(text, line) ? '' : text.slice(line.from, Math.min(line.to, line.from + 40));
  const cites = head !== '' && (CITATION.test(head) || NUMBERED_CITATION.test(head));
  const bullet = !cites && head !== '' && BULLET.test(head);
  let end = i + 1;
  while (end < lines.length) {
    const next = lines[end]!;
    if (next.from === next.to || headingAt(text, lines, end) || isBoxed(text, next)) break;
    const isWord = beginsWithWord(text, next);
    const nextHead = isWord && !cites ? '' : text.slice(next.from, Math.min(next.to, next.from + 40));
    if (cites) {
      // A title that wraps is indented at least as far as its number; the next number starts a citation of its own.
      if (CITATION.test(nextHead) || NUMBERED_CITATION.test(nextHead)) break;
      if (!TITLE_LINE.test(nextHead) && next.indent < line.indent) break;
    } else {
      if (!isWord && BULLET.test(nextHead) && (bullet || next.indent > line.indent)) break;
      if (bullet && next.indent <= line.indent) break;
      // A wrapped sentence may begin a line with an id; a list of articles is indented or follows a colon.
      const introduced = next.indent > line.indent || text[lines[end - 1]!.to - 1] === ':';
      if (introduced && !isWord && CITATION.test(nextHead) && /^(?:Q|KB|ARTICLE)/i.test(nextHead)) break;
      if (!isWord && ruleOf(text, next, 5) !== '') break;
      if (tableEnd(text, lines, end) > end) break;
    }
    end++;
  }
  const to = lines[end - 1]!.to;
  if (cites) blocks.push({ kind: 'citation', from: line.from, to });
  else if (bullet) {
    const mark = MARK.exec(head)![0].length;
    blocks.push({ kind: 'item', level: 1 + Math.floor(line.indent / 3), from: line.from + mark, to });
  } else blocks.push({ kind: 'paragraph', from: line.from, to });
  return end;
}
