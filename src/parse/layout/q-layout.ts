import type { Span } from '../../model/article.ts';
import { type Line, ruleOf } from './lines.ts';

/** The words of a keyword list: 'kbfix exc55sp3' or 'kbfix, kbqfe'. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}

/** The applies-to list: its bullets' spans, and the lines [from, to) that it takes with its heading and rules. */
export interface BulletList {
  bullets: Span[];
  from: number;
  to: number;
}

const APPLIES = /^The information in this article applies to:?/i;

/**
 * The bullets below 'The information in this article applies to:', each with the lines that it wraps over,
 * between lines [from, to). Empty where the article has no such list.
 */
export function productBullets(view: string, lines: readonly Line[], from: number, to: number): BulletList {
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    if (view.charCodeAt(line.from) !== 84 || !APPLIES.test(view.slice(line.from, line.to))) continue;
    const bullets: Span[] = [];
    let j = i + 1;
    let indent = 0;
    for (; j < to; j++) {
      const next = lines[j]!;
      if (next.from === next.to) {
        // Blank lines part the heading from the list, and the list from a body without a rule.
        const after = lines[j + 1];
        if (
          bullets.length > 0 &&
          after &&
          after.from < after.to &&
          !/^[-*o] /.test(view.slice(after.from, after.from + 2))
        )
          if (ruleOf(view, after, 20) === '') break;
        continue;
      }
      if (ruleOf(view, next, 20) !== '') {
        j++;
        break;
      }
      const head = view.slice(next.from, next.from + 2);
      const last = bullets.at(-1);
      if (/^[-*o]\s/.test(head)) {
        indent = next.indent;
        bullets.push({ from: next.from + 2, to: next.to });
      } else if (last && next.indent > indent) last.to = next.to;
      else if (last) break;
      else bullets.push({ from: next.from, to: next.to });
    }
    for (const bullet of bullets) while (view.charCodeAt(bullet.from) <= 32 && bullet.from < bullet.to) bullet.from++;
    const ruled = i > from && ruleOf(view, lines[i - 1]!, 20) !== '';
    return { bullets, from: ruled ? i - 1 : i, to: j };
  }
  return { bullets: [], from, to: from };
}

/** The footer: keywords and technologies, and the index of its first line; the legal block lies behind it. */
export interface Footer {
  keywords: string[];
  from: number;
}

/** How the legal block begins, below the footer. */
export const LEGAL = 'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE';
const QUERY_WORDS = /^(?:Additional (?:query|reference) words|KBCategory|KBSubcategory)\s{0,4}:/i;
const KEYWORD_FIELD = /^(Keywords|Technology|KBCategory|KBSubcategory)\s{0,20}:/i;

/**
 * Finds where the body ends: at 'Additional query words:', the keyword footer or the legal block, whichever is first
 * from the end. Looks at the last lines first, since the body may quote any of these.
 */
export function readQFooter(view: string, lines: readonly Line[], from: number): Footer {
  const keywords: string[] = [];
  let start = lines.length;
  // The legal block is 14 lines and the footer about 10; twice that is far enough.
  for (let i = lines.length - 1; i >= from && i > lines.length - 60; i--) {
    const line = lines[i]!;
    const head = view.slice(line.from, Math.min(line.to, line.from + 60));
    if (head.startsWith(LEGAL)) start = i;
    const field = KEYWORD_FIELD.exec(head);
    if (field) {
      start = i;
      if (/^k(?!b(?:sub)?category)|^t/i.test(field[1]!)) {
        let to = i + 1;
        while (
          to < lines.length &&
          lines[to]!.from < lines[to]!.to &&
          !/^[A-Z][\w ]{3,18}:|^=/.test(view.slice(lines[to]!.from, lines[to]!.from + 20))
        )
          to++;
        keywords.unshift(...wordsOf(view.slice(line.from + field[0].length, lines[to - 1]!.to)));
      }
    }
    if (QUERY_WORDS.test(head)) {
      start = i;
      break;
    }
  }
  while (start > from && isRuleOrBlank(view, lines[start - 1]!)) start--;
  return { keywords, from: start };
}

const isRuleOrBlank = (view: string, line: Line): boolean => line.from === line.to || ruleOf(view, line, 20) !== '';
