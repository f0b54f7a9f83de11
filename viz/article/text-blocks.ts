import type { TextSpan } from './evidence-spans.ts';

/** A run of a text that is shown in one way. */
export interface TextBlock extends TextSpan {
  /** `indent` is what a wrapped line begins with, which says nothing once the line flows on. */
  kind: 'prose' | 'table' | 'rule' | 'indent';
}

/** The archives wrap paragraphs at this many characters, some a little later. */
const WRAPPED_AT = 79;
const LONGEST_WRAPPED = 83;
const RULE = /^\s*([-=_*])\1{5,}\s*$/;
const ROW = /\|.*\||^\s*\+[-+=]+\+?\s*$/;
/** 'Keywords          : kberrmsg …' is one long line, however it is set. */
const LABELLED = /^\w+(?: \w+)*\s+: /;
const COLUMN_GAP = /\S {3,}(?=\S)/g;

/** What begins an item of a list: a bullet, a number, or the number of an article. */
const ITEM = /^\s*(?:[-*•o]|\d+[.)])\s|^\s+(?:Q|KB)?\d{5,7}\b/;

interface Line extends TextSpan {
  words: string;
}

/**
 * Tells what of a text is prose, a table or a ruled line, so that prose can flow in a column of any width while tables
 * keep theirs. The text stays as long as it is: in `flowing` a line's end within a paragraph is a space. A line is taken
 * to be wrapped where the next line's first word would not have fitted; a list of short lines stays a list.
 */
export function textBlocks(text: string): { flowing: string; blocks: TextBlock[] } {
  const lines = linesOf(text);
  const kinds = kindsOf(lines);
  const flowing: string[] = [];
  const blocks: TextBlock[] = [];
  const add = (kind: TextBlock['kind'], from: number, to: number): void => {
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'indent') last.to = to;
    else if (from < to) blocks.push({ kind, from, to });
  };
  let flowsOn = false;
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at]!;
    const isContinued = flowsOn;
    flowsOn = kind === 'prose' && kinds[at + 1] === 'prose' && isWrapped(line.words, lines[at + 1]!.words);
    const indent = isContinued ? line.words.length - line.words.trimStart().length : 0;
    if (indent > 0) add('indent', line.from, line.from + indent);
    add(kind, line.from + indent, line.to);
    flowing.push(flowsOn ? `${line.words} ` : text.slice(line.from, line.to));
  }
  return { flowing: flowing.join(''), blocks };
}

/**
 * A sentence that an article's lines cut, in one line; rows of tables and items of lists keep their own. Unlike a text,
 * a quotation begins anywhere in its first line, whose length says nothing.
 */
export function flowQuotation(quote: string): string {
  const lines = linesOf(quote);
  const kinds = kindsOf(lines);
  return lines
    .map(({ words }, at) => {
      const next = lines[at + 1];
      if (!next) return words;
      const flowsOn = kinds[at] === 'prose' && kinds[at + 1] === 'prose' && words.trim() && next.words.trim();
      return flowsOn && !ITEM.test(next.words) ? `${words.trimEnd()} ` : `${words}\n`;
    })
    .join('');
}

function kindsOf(lines: readonly Line[]): ('prose' | 'table' | 'rule')[] {
  const gaps = lines.map(({ words }) => (LABELLED.test(words) ? 0 : (words.match(COLUMN_GAP)?.length ?? 0)));
  const isTable = (at: number): boolean =>
    ROW.test(lines[at]!.words) ||
    gaps[at]! >= 2 ||
    (gaps[at] === 1 && ((gaps[at - 1] ?? 0) > 0 || (gaps[at + 1] ?? 0) > 0));
  return lines.map(({ words }, at) => (RULE.test(words) ? 'rule' : isTable(at) ? 'table' : 'prose'));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    lines.push({ from, to, words: text.slice(from, end < 0 ? to : end) });
    from = to;
  }
  return lines;
}

function isWrapped(line: string, next: string): boolean {
  const length = line.trimEnd().length;
  const [first] = next.trimStart().split(/\s/, 1);
  if (!first || length === 0 || length > LONGEST_WRAPPED) return false;
  return length + 1 + first.length > WRAPPED_AT && !ITEM.test(next);
}
