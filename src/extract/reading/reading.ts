import type { Article, Block, Span } from '../../model/article.ts';
import type { Evidence } from '../../model/relation.ts';
import { type ArticleMention, articleMentions } from './article-mentions.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { type Place, placesOf } from './outline.ts';
import { createProductContext, type ProductContext } from './product-context.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of an article's body, with its place, what it names, and the list that it introduces. */
export interface Statement {
  /** The sentence on one line with single blanks; `from` and `to` are where it stands in the article's text. */
  text: string;
  from: number;
  to: number;
  /** The index of its block. */
  block: number;
  place: Place;
  /** What it names, in order; offsets count in `text`. Read on first use. */
  mentions(): readonly Mention[];
  /** The list that follows, where the sentence announces one ('… the following articles:'), else empty. */
  list(): readonly ListEntry[];
}

/** A sentence by its text alone, on one line. */
export interface Announcer {
  text: string;
  from: number;
  to: number;
}

/** A list's entry: a citation, a bullet or a table's row. */
export interface ListEntry {
  text: string;
  from: number;
  to: number;
  kind: Block['kind'];
  mentions(): readonly Mention[];
}

/**
 * An article as extractors read it: sentences with their place, and names completed from the article. Lazy throughout.
 * Functions, no getters: V8 keeps each getter of an object literal, and with it the article, until old space is swept.
 */
export interface Reading {
  places(): readonly Place[];
  context(): ProductContext;
  /** The sentences of paragraphs and bullets, in order, that may state something about fixes, packs or products. */
  statements(): readonly Statement[];
  /** The kind of block `index`. */
  kindOf(index: number): Block['kind'];
  /** The entries of the list that follows block `index`. */
  listAfter(index: number): ListEntry[];
  /** The last sentence of paragraph `index`: what announces the list below it. */
  announcerAt(index: number): Announcer | null;
  /** Block `index` as list entries: each row of a table, else the block itself. */
  entriesOf(index: number): ListEntry[];
  /** The articles that the whole article names by number, also in its query words; offsets count in the text. */
  articles(): readonly ArticleMention[];
  /** The lines that cite articles, in order. */
  citations(): readonly ListEntry[];
  /** A span of the text as evidence. */
  evidence(from: number, to: number): Evidence;
}

/** Words without which a block states nothing that is extracted here. */
const GATE =
  /service\s{1,4}pack|\bsp ?\d|fix|requir|supersed|superced|replac|prerequisit|updat|upgrad|patch|roll-?up|bulletin|install|must|only (?:be|on|under|with|works|runs|supported)\s|be \w{4,9}\sonly|needs?:|need(?:s|ed)? (?:to have|at least|microsoft|windows|the microsoft|version)|(?:is|are) needed|intended for|available only|\b(?:q|kb) ?\d{5}|\bms\d\d-\d/g;

/** Tells of blocks, asked in their order, whether one of those words stands in them: one pass over the text for all. */
function createGate(view: string): (block: Span) => boolean {
  // Small letters first: the test over all of a text is much faster without regard to case.
  const lower = view.toLowerCase();
  // A few letters grow ('İ'), which moves all that follows.
  if (lower.length !== view.length) return ({ from, to }) => view.slice(from, to).toLowerCase().search(GATE) >= 0;
  let next = -1;
  return ({ from, to }) => {
    if (next < from) {
      GATE.lastIndex = from;
      next = GATE.exec(lower)?.index ?? lower.length;
    }
    return next < to;
  };
}

export function createReading(article: Article): Reading {
  let places: Place[] | null = null;
  let context: ProductContext | null = null;
  let statements: Statement[] | null = null;
  let citations: ListEntry[] | null = null;
  let articles: ArticleMention[] | null = null;
  const placesNow = (): Place[] => {
    places ??= placesOf(article);
    return places;
  };

  const listAfter = (index: number): ListEntry[] => {
    const entries: ListEntry[] = [];
    const own = article.blocks[index];
    for (let i = index + 1; i < article.blocks.length; i++) {
      const block = article.blocks[i]!;
      // The list below a bullet is what is nested in it; its siblings are no part of it.
      if (own?.kind === 'item' && block.kind === 'item' && block.level <= own.level) break;
      if (block.kind === 'heading') break;
      if (block.kind === 'paragraph') {
        // An 'or' between bullets does not end a list; bulletins and named fixes are listed as lines of their own.
        const text = article.view.slice(block.from, Math.min(block.to, block.from + 60));
        if (/^\W{0,3}(?:or|and)\W{0,3}$/i.test(text)) continue;
        if (!LISTED_LINE.test(text)) break;
      }
      entries.push(...entriesOf(i));
    }
    return entries;
  };

  const entriesOf = (index: number): ListEntry[] => {
    const block = article.blocks[index]!;
    if (block.kind === 'table') return block.rows.map((row) => entry(row.from, row.to, 'table'));
    return [entry(block.from, block.to, block.kind)];
  };

  const entry = (from: number, to: number, kind: Block['kind']): ListEntry => {
    const text = onOneLine(article.view.slice(from, to)).replace(/ {2,}/g, ' ');
    let mentions: Mention[] | null = null;
    return {
      text,
      from,
      to,
      kind,
      mentions: () => (mentions ??= mentionsOf(text, kind === 'citation' || kind === 'table')),
    };
  };

  const read = (): Statement[] => {
    const found: Statement[] = [];
    const mayState = createGate(article.view);
    article.blocks.forEach((block, index) => {
      if ((block.kind !== 'paragraph' && block.kind !== 'item') || !mayState(block)) return;
      const flow = onOneLine(article.view.slice(block.from, block.to));
      const spans = sentencesOf(flow, 0, flow.length);
      spans.forEach((span, n) => {
        const text = flow.slice(span.from, span.to).replace(/ {2,}/g, ' ');
        let mentions: Mention[] | null = null;
        let list: ListEntry[] | null = null;
        found.push({
          text,
          from: block.from + span.from,
          to: block.from + span.to,
          block: index,
          place: placesNow()[index]!,
          mentions: () => (mentions ??= mentionsOf(text)),
          list: () => (list ??= n === spans.length - 1 && ANNOUNCES.test(text) ? listAfter(index) : []),
        });
      });
    });
    return found;
  };

  return {
    places: placesNow,
    context: () => (context ??= createProductContext(article)),
    statements: () => (statements ??= read()),
    kindOf: (index) => article.blocks[index]!.kind,
    listAfter,
    entriesOf,
    announcerAt(index) {
      const block = article.blocks[index]!;
      const flow = onOneLine(article.view.slice(block.from, block.to));
      const span = sentencesOf(flow, 0, flow.length).at(-1);
      if (!span) return null;
      const text = flow.slice(span.from, span.to).replace(/ {2,}/g, ' ');
      return { text, from: block.from + span.from, to: block.from + span.to };
    },
    articles: () => (articles ??= articlesOf(article)),
    citations: () =>
      (citations ??= article.blocks
        .filter((block) => block.kind === 'citation')
        .map((block) => entry(block.from, block.to, block.kind))),
    evidence: (from, to) => ({ from, to, quote: article.text.slice(from, to) }),
  };
}

/** '… in the following articles in the Microsoft Knowledge Base:', '… one of the following', '… listed below'. */
const ANNOUNCES = /:["')\s]{0,4}$|\bfollowing\b|\bbelow\b|\blisted\b|[a-z]$/i;
/** 'Microsoft Security Bulletin MS01-033', 'MS99-013: …', 'Teardrop2-fix'. */
const LISTED_LINE = /^(?:(?:Microsoft )?Security Bulletin )?\(?MS\d\d-\d{3}|^[A-Z]\w{1,20}-fix\W{0,3}$/i;

function articlesOf({ view, span }: Article): ArticleMention[] {
  const mentions = articleMentions(view.slice(span.from, span.to), false);
  return mentions.map((m) => ({ ...m, from: m.from + span.from, to: m.to + span.from }));
}

const onOneLine = (text: string): string => text.replace(/[\r\n\t\u00a0]/g, ' ');
