import type { Block } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { readDate } from './dates.ts';

/** An id that a page states as an article's own, and where. */
export interface StatedId {
  id: string;
  from: number;
  to: number;
}

const ARTICLE_ID =
  /(?:^|[\n\r.|>)])[ \t]{0,300}[*_#|> -]{0,10}Article (?:ID|number)[\s*_|]{0,400}(?::[\s*_|]{0,400})?(?:Q|KB)?(\d{5,8})(?![\d.])/gi;
const INLINE_ID = /\b(?:Article Info\s{1,4})?Article ID ?: ?(?:Q|KB)?(\d{5,8}) ?(?:- ?Last Review|Revision ?:)/gi;

/** The 'Article ID: 943371' lines of a page, in order. */
export function statedIds(view: string): StatedId[] {
  const found = new Map<number, StatedId>();
  for (const pattern of [ARTICLE_ID, INLINE_ID]) {
    for (const m of view.matchAll(pattern)) {
      const from = m.index + m[0].search(/Article/i);
      found.set(from, { id: digits(m[1]!), from, to: m.index + m[0].length });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

const digits = (id: string): string => id.replace(/^0+(?=\d)/, '');

const PUBLISHED_UNDER = /previously published under (?:Q|KB)?(\d{4,7})\b/i;
const KEYWORD_ID = /^KB(\d{5,8})$/i;
const TITLE_ID = /(?:\(\s?KB ?(\d{6,8})\s?\)|^(?:Microsoft )?(?:MS\d\d-\d{3}: )?KB ?(\d{6,8})\b)/;

/** The article's own id where no 'Article ID' line states it: from its keywords, its former number, its title. */
export function impliedId(head: string, keywords: readonly string[], title: string): string | null {
  for (const word of keywords) {
    const id = KEYWORD_ID.exec(word)?.[1];
    if (id) return digits(id);
  }
  const former = PUBLISHED_UNDER.exec(head)?.[1];
  if (former) return digits(former);
  const named = TITLE_ID.exec(title);
  return named ? digits((named[1] ?? named[2])!) : null;
}

/** A file's name without folders, archive and extension: the id of an article that states none. */
export function nameOf(source: string): string {
  const file = source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'), source.lastIndexOf('!')) + 1);
  const stem = file.replace(/\.[A-Za-z][A-Za-z0-9]{0,7}$/, '');
  return /^(?:KB|Q)\d{5,8}$/i.test(stem) ? digits(stem.replace(/^\D+/, '')) : stem || 'unnamed';
}

/** The diagnostic for an article that takes its file's name as its id. */
export function noOwnId(source: string, id: string, view: string, blocks: readonly Block[]): Diagnostic {
  const cited = blocks.find((block) => block.kind === 'citation');
  const other =
    (cited && /\d{5,8}/.exec(view.slice(cited.from, cited.from + 60))?.[0]) ??
    /\b(?:KB|Q) ?(\d{6,8})\b/.exec(view.slice(blocks[0]?.from ?? 0, blocks.at(-1)?.to ?? 0))?.[1];
  return {
    source,
    rule: other === undefined ? 'parse/no-id' : 'parse/foreign-id-only',
    message:
      other === undefined
        ? `The text states no article id; its file's name '${id}' stands for it.`
        : `The text states no article id of its own (${other} is another article's); its file's name '${id}' stands for it.`,
  };
}

/** The diagnostic for a further article in one file. */
export const secondArticle = (source: string, id: string, from: number): Diagnostic => ({
  source,
  rule: 'parse/second-article',
  message: `The file holds another article, ${id}, at offset ${from}; it is read as a record of its own.`,
});

/** The first date that follows one of `labels` in `head`, as `YYYY-MM-DD`, or null; labels stand in order of preference. */
export function labelledDate(head: string, labels: readonly RegExp[]): string | null {
  for (const label of labels) {
    const m = label.exec(head);
    if (!m) continue;
    const date = readDate(
      head.slice(m.index + m[0].length, m.index + m[0].length + 400).replace(/^[\s:|*_"]{1,400}/, ''),
    );
    if (date !== null) return date;
  }
  return null;
}

/** A title as one line: a page's line breaks and the blanks that repairs left are no part of it. */
export const oneLine = (title: string): string => title.replace(/\s{1,400}/g, ' ').trim();
