import { type Line, lineAt } from './lines.ts';

/**
 * Marks that began a line before a text lost its line breaks: the header's fields, rules, the applies-to heading and
 * its bullets, an underlined heading ('SYMPTOMS ======='), the footer's fields, and a run of two or more blanks,
 * which is what a blank line or an indentation left behind.
 */
const MARKS =
  /(?:TITLE {1,3}:|PRODUCT ?:|PROD\/VER:|OPER\/SYS:|KEYWORDS:)|[=]{3,200}|-{3,200}|The information in this article applies to:|(?<= )- (?=[A-Z])|Additional query words:|(?:Keywords|Technology|Version|Issue type|Solution Type|Component) {1,12}:|THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE| {2,200}/g;
/** The capitals or the title before a rule: 'SYMPTOMS ========'. */
const HEADING_BEFORE = /(?:^|[.:!?)"] {1,3}|[-=]{3} {1,3})?((?:[A-Z][A-Z'-]{2,30}(?: [A-Z][A-Z'-]{1,30}){0,4})) {0,3}$/;

/** The lines that a flattened text had, as far as its marks tell. */
export function flattenedLines(view: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  const push = (a: number, b: number): void => {
    const line = lineAt(view, a, b);
    if (line.from < line.to) lines.push({ ...line, indent: 0 });
  };
  const blank = (at: number): void => {
    if (lines.length > 0 && lines.at(-1)!.to > lines.at(-1)!.from) lines.push({ from: at, to: at, indent: 0 });
  };
  let start = from;
  MARKS.lastIndex = from;
  for (let m = MARKS.exec(view); m && m.index < to; m = MARKS.exec(view)) {
    const mark = m[0];
    if (mark[0] === ' ') {
      push(start, m.index);
      if (!mark.startsWith('   ')) blank(m.index);
      else blank(m.index);
      start = m.index + mark.length;
    } else if (mark[0] === '=' || (mark[0] === '-' && mark[1] === '-')) {
      const before = view.slice(Math.max(start, m.index - 160), m.index);
      const heading = mark.length < 70 ? headingLength(before, mark) : 0;
      push(start, m.index - heading);
      if (heading > 0) {
        blank(m.index - heading);
        push(m.index - heading, m.index);
      }
      push(m.index, m.index + mark.length);
      start = m.index + mark.length;
    } else {
      push(start, m.index);
      start = m.index;
    }
  }
  push(start, to);
  return lines;
}

/** How many characters before a rule are its heading: capitals, or the words that are about as long as the rule. */
function headingLength(before: string, rule: string): number {
  const capitals = HEADING_BEFORE.exec(before);
  if (capitals && Math.abs(capitals[1]!.length - rule.length) <= 3)
    return before.length - before.lastIndexOf(capitals[1]!);
  const trimmedEnd = before.trimEnd();
  const at = trimmedEnd.length - rule.length;
  if (at < 0) return 0;
  // The rule is as long as its words: they begin at a word's start.
  for (const slack of [0, -1, 1, -2, 2]) {
    const begin = at + slack;
    if (begin >= 0 && (begin === 0 || trimmedEnd[begin - 1] === ' ') && /[A-Z0-9"']/.test(trimmedEnd[begin] ?? '')) {
      return before.length - begin;
    }
  }
  return 0;
}
