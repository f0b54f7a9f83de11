import type { Article } from '../../model/article.ts';
import { headEnd } from './columns.ts';
import { fileName } from './file-name.ts';
import { isGlued } from './glued-row.ts';
import type { BodyLine } from './lines.ts';
import {
  isBlankValue,
  isDecimalSize,
  isGroupedSize,
  isHalfDay,
  isoDate,
  isPlainSize,
  isPlatform,
  isShortVersion,
  isSizeUnit,
  isTime,
  isVersion,
} from './values.ts';
import { type Word, wordsOf } from './words.ts';

/** What a word is in a row that has lost its line breaks. */
type Kind = 'name' | 'date' | 'value' | 'other';

/** The lines that a text without line breaks had, as far as its headings and its tables' heads and rows tell. */
export function flatLines(article: Article): BodyLine[] {
  const { view, blocks } = article;
  const lines: BodyLine[] = [];
  let from = blocks[0]?.from ?? 0;
  let index = 0;
  const end = blocks.at(-1)?.to ?? 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'heading' || !isHeading(view.slice(block.from, block.to))) continue;
    cutRows(view, from, block.from, index, lines);
    lines.push(line(block.from, block.to, i, { heading: block.level, first: true }));
    from = block.to;
    index = i;
  }
  cutRows(view, from, end, index, lines);
  return lines;
}

/** A rule may stand under a table's head or row as well as under a heading. */
const isHeading = (text: string): boolean =>
  text.length <= 90 && !/[|+]|\d[-/]\d|file ?name|\b\w+\.[a-z]\w{1,2}\b/i.test(text);

function line(from: number, to: number, block: number, is: Partial<BodyLine>): BodyLine {
  return {
    from,
    to,
    heading: 0,
    cells: [],
    indent: 0,
    first: false,
    row: false,
    item: false,
    citation: false,
    block,
    ...is,
  };
}

/** Parts running text into prose, tables' heads and rows. */
export function cutRows(view: string, from: number, to: number, block: number, lines: BodyLine[]): void {
  const words = wordsOf(view, from, to);
  const kinds = words.map((_, i) => kindOf(words, i));
  let prose = 0;
  const flush = (next: number): void => {
    // 'Intel:' before a row is a line of its own.
    const label = next > prose + 1 && /:$/.test(words[next - 1]!.text) && isPlatform(bare(words[next - 1]!.text));
    const last = label ? next - 1 : next;
    if (last > prose) lines.push(line(words[prose]!.from, words[last - 1]!.to, block, { first: true }));
    if (label) lines.push(line(words[last]!.from, words[last]!.to, block, { first: true }));
  };
  let i = 0;
  while (i < words.length) {
    const head = headLength(view, words, i, to);
    const row = head > 0 ? 0 : rowLength(words, kinds, i, i === prose);
    if (head + row === 0) {
      i++;
      continue;
    }
    flush(i);
    lines.push(line(words[i]!.from, words[i + head + row - 1]!.to, block, { first: head > 0, row: true }));
    i += head + row;
    prose = i;
  }
  flush(words.length);
}

const bare = (text: string): string => text.replace(/^[([]|[)\],;.:]$/g, '');

function kindOf(words: readonly Word[], i: number): Kind {
  const text = bare(words[i]!.text);
  if (text === '' || /^(?:version|dated)$/i.test(text)) return 'value';
  if (isPlatform(text) && words[i]!.text.endsWith(':')) return 'other';
  if (fileName(text)) return 'name';
  if (text.includes('\\')) return 'value';
  if (isoDate(text)) return 'date';
  const next = bare(words[i + 1]?.text ?? '');
  const before = bare(words[i - 1]?.text ?? '');
  if (isTime(text) || isVersion(text) || isGroupedSize(text) || isPlatform(text) || text === '-') return 'value';
  if (isHalfDay(text) && isTime(before)) return 'value';
  if (isSizeUnit(text) && (isPlainSize(before) || isDecimalSize(before) || isGroupedSize(before))) return 'value';
  if (isPlainSize(text) || isShortVersion(text) || (isDecimalSize(text) && isSizeUnit(next))) return 'value';
  return isBlankValue(text) ? 'value' : 'other';
}

/** How many words from `i` on are a table's head. */
function headLength(view: string, words: readonly Word[], i: number, to: number): number {
  const { text, from } = words[i]!;
  // 'file attributes' in a sentence is no head: a head's first word has a capital.
  if (!/^(?:File|FILE|Date|Name|Version|Size)/.test(text)) return 0;
  const end = headEnd(view, from, to);
  let length = 0;
  while (words[i + length] && words[i + length]!.to <= end) length++;
  return length;
}

/**
 * How many words from `i` on are one row: it begins with a date or a name and names one file, or lists a name.
 * `follows` says that it comes directly after a head or another row.
 */
function rowLength(words: readonly Word[], kinds: readonly Kind[], i: number, follows: boolean): number {
  const first = kinds[i]!;
  if (isGlued(words[i]!.text)) return 1;
  if (first !== 'date' && first !== 'name') return 0;
  const next = kinds[i + 1];
  // 'files: - Hotfix.exe - Hotfix.inf': a name alone stands after a colon, a bullet or another row.
  const listed = first === 'name' && (follows || i === 0 || /:$|^-$/.test(words[i - 1]!.text));
  if (listed && words[i + 1]?.text === '-' && next === 'value') return Math.max(1, describedLength(words, kinds, i));
  if (first === 'name' && next !== 'value' && next !== 'date') return listed ? 1 : 0;
  let named = first === 'name';
  let j = i + 1;
  while (j < words.length && j < i + 12) {
    const kind = kinds[j]!;
    if (kind === first || (first === 'name' && words[j]!.text === '-')) break;
    if (kind === 'name') {
      if (named) break;
      named = true;
    } else if (kind === 'other') {
      // 'Ntldr', where the next row begins behind it, or nothing stands there.
      if (named || (kinds[j + 1] !== first && j + 1 < words.length)) break;
      named = true;
    }
    j++;
  }
  return named && j > i + 1 ? j - i : listed ? 1 : 0;
}

/** '40SP2IS.EXE  - 4.0 SP2 Server Update (Intel)', as far as the next name with a dash; 0 where none comes. */
function describedLength(words: readonly Word[], kinds: readonly Kind[], i: number): number {
  for (let j = i + 2; j < Math.min(words.length - 1, i + 24); j++) {
    if (kinds[j] === 'name' && words[j + 1]!.text === '-') return j - i;
  }
  return 0;
}
