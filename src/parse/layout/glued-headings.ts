import { matchesIn, type Piece, partOf } from './pieces.ts';
import { HEADING_NAMES, knownRank } from './vocabulary.ts';

const NAME = new RegExp(`(?:${HEADING_NAMES})(?![a-z])`, 'g');
// What a section's first sentence begins with, after a heading that could as well begin a longer word.
const STARTER =
  /^(?:A|An|After|All|Any|As|Assume|At|Because|Before|Both|By|Click|Consider|Currently|During|Each|Error|Event|For|Hotfix|How|If|In|Install|It|Many|Microsoft|Most|No|None|Note|On|One|Only|Our|Service|Several|Setup|Some|SP\d|SQL|Support|The|There|These|This|Those|To|Under|Update|Use|We|When|Windows|Exchange|With|You|Your)\b/;
/** Words that also begin compound names ('StatusBar'): they count only before a sentence's first word. */
const SHORT =
  /^(?:Cause|Causes|Status|Issue|Problem|Summary|Resolution|Overview|Background|Symptoms?|Properties|References|Introduction|Workaround)$/;

/**
 * Cuts a piece at the known headings that are glued to the text around them: 'PrerequisitesTo apply this update',
 * '…in November 2007.Update rollup informationUpdate Rollup 6', 'MORE INFORMATIONService pack information'.
 */
export function splitGluedHeadings(view: string, piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  let at = piece.from;
  const push = (part: Piece | null): void => {
    if (part) pieces.push(part);
  };
  for (const { from, to } of matchesIn(view, piece, NAME)) {
    if (from < at || !isHeading(view, piece, at, from, to)) continue;
    push(partOf(view, piece, at, from, { open: false, gap: at === piece.from ? piece.gap : true }));
    let end = to;
    if (view[end] === ':' && end < piece.to) end++;
    push(partOf(view, piece, from, to, { kind: 'heading', level: 0, gap: true, open: false }));
    at = end;
  }
  if (at === piece.from) return [piece];
  push(partOf(view, piece, at, piece.to, { gap: true }));
  return pieces;
}

function isHeading(view: string, piece: Piece, start: number, from: number, to: number): boolean {
  const name = view.slice(from, to);
  const capitals = name === name.toUpperCase();
  const first = from === start;
  const atEnd = to === piece.to;
  const before = view[from - 1] ?? '';
  const glued = !first && before !== ' ' && before !== '\t';
  const next = view[to] ?? '';
  if (!first && !glued && !capitals) {
    // '…is stopped. Restart requirement You must …': blanks are what is left of the line breaks around a heading.
    return (
      !SHORT.test(name) && next === ' ' && endsSentence(view, start, from) && STARTER.test(view.slice(to + 1, to + 40))
    );
  }
  if (!first) {
    // '…see the "Hotfix installation instructions" section': a name in quotes is none.
    if (glued && /["'([]/.test(before) && !/[.!?\w)]/.test(view[from - 2] ?? ' ')) return false;
    if (glued ? !/[.!?:)\]"'a-z0-9]/.test(before) : !capitals || !endsSentence(view, start, from)) return false;
    // 'theResolution' is no heading, but 'fixesPrerequisites' is: the lower case before needs more than one word or capitals.
    if (glued && /[a-z]/.test(before) && !capitals && SHORT.test(name)) return false;
  }
  if (atEnd) return first || glued || capitals;
  if (/[A-Z"]/.test(next)) {
    const rest = view.slice(to, to + 40);
    if (capitals) return /^["A-Z](?:[a-z ,'"]|[A-Z]{2})/.test(rest);
    return SHORT.test(name) ? STARTER.test(rest) || knownRank(/^[A-Za-z ]{0,30}/.exec(rest)![0]) !== null : true;
  }
  if (next === ' ' || next === ':' || next === '-') {
    const rest = view.slice(to, to + 60).replace(/^[ :-]{1,6}/, '');
    if (next === ':' && first && !capitals) return false;
    if (capitals) return (first || endsSentence(view, start, from)) && /^["A-Z0-9(-]/.test(rest);
    // 'Status Microsoft has confirmed': a heading and its sentence, which a copy joined.
    return (
      first && piece.gap && /^(?:To|This|You|Microsoft|The|When|There|No|If|Consider|Assume|It)\s[a-zA-Z]/.test(rest)
    );
  }
  return /[0-9•(]/.test(next) && (capitals || !SHORT.test(name)) && (first || glued);
}

/** Whether what stands between `start` and `to` ends a sentence or a heading. */
function endsSentence(view: string, start: number, to: number): boolean {
  let i = to - 1;
  while (i >= start && (view[i] === ' ' || view[i] === '\t')) i--;
  return i < start || /[.!?:)\]"]/.test(view[i]!);
}
