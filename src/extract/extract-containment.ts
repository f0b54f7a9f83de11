import type { Article } from '../model/article.ts';
import type { ContainmentNote } from '../model/extracted.ts';
import type { Evidence } from '../model/relation.ts';

/** 'Fixes with a particular version number contain all of the fixes that have an earlier version number.' */
const CUMULATIVE = spaced(
  'fixes with a particular version number contain all (?:of )?the fixes that have an earlier version number\\b',
);
/** '… while SP4 contains the fixes included in SP3, it does not contain the fixes included in SP2.' */
const DENIED = spaced('does not (?:contain|include) (?:all )?(?:of )?the fixes ');
const LACKED = spaced(
  '(?:that (?:are|were) )?(?:included |contained )?(?:in|of) (?:Windows NT |Exchange )?(?:SP|Service Pack) ?(\\d[a-z]?)\\b',
);
const PACK = /\b(?:SP|Service Pack) ?(\d[a-z]?)\b/gi;
/** 'Therefore this hotfix does not replace the hotfix in Q268301.' */
const NOT_REPLACED = spaced(
  'this (?:\\w{1,20} )?(?:hot-?fix|fix|patch|update|package|roll-?up) does not (?:replace|supersede|supercede) ',
);
/** How far before the denial its subject may stand. */
const BEFORE = 200;

/** What an article says of what later packages contain: of files' versions, and of service packs that lack earlier ones. */
export function extractContainment(article: Article): ContainmentNote[] {
  const notes: ContainmentNote[] = [];
  const { view, span } = article;
  const cumulative = view.includes('particular') ? find(CUMULATIVE, article, span.from) : null;
  if (cumulative !== null) {
    const { index: from, 0: said } = cumulative;
    notes.push({ says: 'later-contains-earlier', evidence: [quote(article, from, from + said.length)] });
  }
  for (let denied = find(DENIED, article, span.from); denied !== null; ) {
    const end = denied.index + denied[0].length;
    const lacked = LACKED.exec(view.slice(end, end + BEFORE));
    const level = lacked?.index === 0 ? lacked[1] : undefined;
    const from = beginningOfSentence(view, Math.max(span.from, denied.index - BEFORE), denied.index);
    // The first pack that the sentence names is what it is about; 'it' refers to it.
    const [pack] = view.slice(from, denied.index).matchAll(PACK);
    if (level !== undefined && pack?.[1] !== undefined) {
      const servicePack = pack[1].toLowerCase();
      const to = end + (lacked?.[0].length ?? 0);
      notes.push({ says: 'lacks', servicePack, lacked: level.toLowerCase(), evidence: [quote(article, from, to)] });
    }
    denied = find(DENIED, article, end);
  }
  for (let denied = find(NOT_REPLACED, article, span.from); denied !== null; ) {
    const end = denied.index + denied[0].length;
    const after = view.slice(end, Math.min(span.to, end + BEFORE));
    const stop = after.indexOf('. ');
    const to = end + (stop < 0 ? after.length : stop);
    for (const [, id] of view.slice(end, to).matchAll(/\b(?:Q|KB ?)?(\d{5,7})\b/g)) {
      if (id !== undefined) notes.push({ says: 'keeps', article: id, evidence: [quote(article, denied.index, to)] });
    }
    denied = find(NOT_REPLACED, article, end);
  }
  return notes;
}

function beginningOfSentence(view: string, from: number, to: number): number {
  // Only a bounded piece is searched: a text may hold no stop at all.
  const before = view.slice(from, to);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf(': '));
  let start = stop < 0 ? from : from + stop + 2;
  while (start < to && /\s/.test(view[start] ?? '')) start++;
  return start;
}

/** A pattern that lets each space be a line's end with its indent. */
function spaced(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(' ?', '\\s{0,6}').replaceAll(' ', '\\s{1,6}'), 'i');
}

function find(pattern: RegExp, { view, span }: Article, from: number): RegExpExecArray | null {
  const match = new RegExp(pattern, 'gi');
  match.lastIndex = from;
  const found = match.exec(view);
  return found !== null && found.index < span.to ? found : null;
}

function quote({ text }: Article, from: number, to: number): Evidence {
  return { from, to, quote: text.slice(from, to) };
}
