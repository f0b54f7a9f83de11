import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { fixListFrom } from './inclusion/fix-list.ts';
import { CONTAINS, isOwnPackage, judge, judgeAnnouncer, judgeHeading } from './inclusion/verdict.ts';
import { bodyOf } from './reading/body.ts';
import type { Announcer, ListEntry, Reading } from './reading/reading.ts';
import { releaseOfHeading } from './reading/release.ts';

/** Without one of these words in an article, nothing is said to be contained. */
const STEM = /fix|roll-?up|cumulative|correct|resolve|includ|contain/i;
/** Where to get something, or what to read, is no fix. */
const POINTER =
  /\bhow to (?:obtain|install|get|download|use|remove|apply)\b|\breadme(?:\.(?:txt|wri|html?|doc))?(?: file)?\W{0,3}(?:\(|$|for\b)|\bservice pack \w{1,3} available\b|^.{0,14}\bavailability of\b|\brelease notes\b|\bsupport files from online\b|^.{0,14}\b(?:description of|how ?to:)|\bcontact list\b|\bterminology\b|\bnaming schema\b|\blatest\b[^.]{0,40}\bservice pack\b|\bsoftware updates\b/i;

/** The articles whose fixes a roll-up, a service pack or a list of fixes states to contain. */
export const includes: Extractor = {
  name: 'includes',
  extract(article, reading) {
    // Only what is named can be included.
    const names =
      reading.articles().some((m) => m.id !== article.id) || article.blocks.some((b) => b.kind === 'citation');
    if (
      !names ||
      !(STEM.test(article.title) || STEM.test(bodyOf(article))) ||
      /^(?:\w{2,6}: )?how to (?:obtain|get|install)\b/i.test(article.title)
    )
      return [];
    const entries = listed(article, reading);
    const found = new Map<string, Relation>();
    const releases = new Set(entries.map(({ headings }) => releaseOf(headings)).filter((each) => each !== null));
    const add = (
      id: string,
      entry: { from: number; to: number },
      said: Announcer | null,
      headings: readonly string[] = [],
    ): void => {
      if (id === article.id || found.has(id)) return;
      const evidence = [reading.evidence(entry.from, entry.to)];
      if (said && said.from !== entry.from) evidence.unshift(reading.evidence(said.from, said.to));
      // A release says something only where the article tells several apart.
      const release = releases.size > 1 ? releaseOf(headings) : null;
      const scope = release === null ? {} : { scope: { release } };
      found.set(id, { type: 'includes', target: { article: id }, evidence, ...scope });
    };
    const listFrom = fixListFrom(article, reading);
    for (const { entry, announcer, headings, length } of entries) {
      const isList = listFrom !== null && entry.from >= listFrom;
      const verdict = announcer ? judgeAnnouncer(announcer.text, isList, length) : 'silent';
      if (verdict === 'excludes') continue;
      const heading =
        headings
          .toReversed()
          .map(judgeHeading)
          .find((said) => said !== 'silent') ?? 'silent';
      if (verdict === 'silent' && heading === 'excludes') continue;
      const byPlace = heading === 'includes' || (isList && entry.kind !== 'item');
      if (verdict === 'silent' && (!byPlace || POINTER.test(entry.text))) continue;
      const first = entry.mentions().find((m) => m.kind === 'article');
      // A bullet that tells a story may cite an article beside it; one that begins with its number is an entry.
      if (first?.kind !== 'article' || (entry.kind === 'item' && first.from > 12 && verdict !== 'includes')) continue;
      add(first.id, entry, verdict === 'includes' ? announcer : null, headings);
    }
    for (const statement of reading.statements()) {
      const verb = CONTAINS.exec(statement.text);
      if (!verb || !isOwnPackage(statement.text) || judge(statement.text, listFrom !== null, 0) !== 'includes')
        continue;
      // 'The Q301514 hotfix includes …' speaks of another article's fix.
      const cited = statement.mentions().filter((m) => m.kind === 'article');
      if (cited.some((m) => m.from < verb.index)) continue;
      for (const mention of cited) if (mention.kind === 'article') add(mention.id, statement, statement);
    }
    return [...found.values()];
  },
};

/** The release that the nearest heading announces. */
function releaseOf(headings: readonly string[]): string | null {
  return (
    headings
      .toReversed()
      .map(releaseOfHeading)
      .find((each) => each !== null) ?? null
  );
}

interface Listed {
  entry: ListEntry;
  /** The sentence that the list follows, or null where only headings stand above it. */
  announcer: Announcer | null;
  headings: readonly string[];
  /** How many entries the list has. */
  length: number;
}

/** Every list entry that cites an article, with what announces its list. */
function listed(article: Article, reading: Reading): Listed[] {
  const entries: Listed[] = [];
  let list: Listed[] = [];
  // The paragraph above; it is read only where a list follows.
  let above: number | null = null;
  const close = (next: number | null): void => {
    for (const entry of list) entry.length = list.length;
    list = [];
    above = next;
  };
  article.blocks.forEach((block, index) => {
    if (block.kind === 'heading') close(null);
    else if (block.kind === 'paragraph') {
      // A short line such as '-or-' does not end a list.
      if (block.to - block.from > 20) close(index);
    } else if (/\d{5}/.test(article.view.slice(block.from, block.to))) {
      const headings = reading.places()[index]?.headings ?? [];
      const announcer = list[0]?.announcer ?? (above === null ? null : reading.announcerAt(above));
      const added = reading.entriesOf(index).map((entry) => ({ entry, announcer, headings, length: 1 }));
      list.push(...added);
      entries.push(...added);
    }
  });
  close(null);
  return entries;
}
