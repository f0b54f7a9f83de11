/** The longest title of an article, and the shortest that is worth showing. */
const LONGEST = 160;
const SHORTEST = 8;

/**
 * The title that stands behind an article's number on a line of its own, or null:
 *
 *     Q254682 XADM: Exchange Server 5.5 Post-SP3 Database Engine Fixes Available
 *
 * `end` is where the number ends in `text`.
 */
export function citedTitle(text: string, end: number): string | null {
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  if (end - lineStart > 40 || !/^[\s•*-]*(?:Q|KB)?\d{4,7}$/i.test(text.slice(lineStart, end))) return null;
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + LONGEST + 1);
  const title = text
    .slice(end, lineEnd)
    .replace(/\ufffd/g, ' ')
    .trim();
  return title.length >= SHORTEST && title.length <= LONGEST && /^["']?[A-Z0-9]/.test(title) ? title : null;
}
