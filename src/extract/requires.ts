import type { Article } from '../model/article.ts';
import type { Extractor } from './extractor.ts';
import { mentionsOf } from './reading/mentions.ts';
import type { Reading, Statement } from './reading/reading.ts';
import { type Collector, createCollector } from './requirement/collector.ts';
import { demandsOf } from './requirement/demands.ts';
import { citedFixes, listedFix } from './requirement/following.ts';
import { announcedList, entryObject } from './requirement/lists.ts';
import { isAdvice, isReport } from './requirement/modality.ts';
import { objectsAfter, type RequiredItem } from './requirement/objects.ts';
import { conditionOf, subjectScope } from './requirement/scope.ts';
import { headingOwner, servicedNames } from './requirement/targets.ts';

/** Lists overlap where each entry announces the rest; no article needs more of them. */
const MOST_LISTS = 40;
/** 'Prerequisites', 'Software Prerequisites:', 'System Requirements', 'Handheld PC Device Requirements' */
const SECTION =
  /^(?:\d[\d.]{0,6}\s)?(?:(?:\w{1,12}\s){0,3}pre-?requisites?|requirements|(?:[\w-]{1,12}\s){0,3}(?:system|software|device|server|client|workstation|computer|configuration|minimum)(?:\sminimum)?\srequirements):?$/i;
/** 'Ensure that you have at least Windows NT 4.0 Service Pack 3 applied': a step below 'Prerequisites'. */
const ENSURE =
  /^\W{0,3}(?:\d{1,2}\W{1,3})?(?:ensure|make sure|verify|be sure)\s(?:that\s)?(?=you\s(?:have|are)|the\s)/i;

/** What must be there before the fix, tool or feature of this article can be applied or used. */
export const requires: Extractor = {
  name: 'requires',
  extract(article, reading) {
    if (isReport(article.title)) return [];
    const found = createCollector(article, reading);
    readTitle(article, found);
    const statements = reading.statements();
    let lists = 0;
    statements.forEach((statement, i) => {
      const demands = demandsOf(statement.text, statement.mentions);
      const listOf = () => (lists++ < MOST_LISTS ? statement.list() : []);
      const cited = citedFixes(statement.text, listOf);
      const list = demands.length === 0 && cited.length === 0 ? announcedList(statement.text) : null;
      if ((demands.length === 0 && cited.length === 0 && !list) || isMessage(article, statement.block)) return;
      const around = () => [...headingOwner(statement.place.products), ...earlierNames(statements, i)];
      const scopes = scopesOf(article, statement);
      const own = reading.evidence(statement.from, statement.to);
      if (cited.length === 0) cited.push(...listedFix(statement.text, demands, listOf));
      for (const { id, entry } of cited) {
        if (id !== article.id) found.addArticle(id, scopes, [own, reading.evidence(entry.from, entry.to)]);
      }
      for (const { rule, object, subject } of demands) {
        const narrow =
          scopes.length === 0 && rule === 'requires' ? subjectScope(article, subject, statement.mentions()) : scopes;
        // A fix that an article is cited for is that article.
        const parts = cited.length === 0 ? object.parts : object.parts.filter((part) => part.every(isNoFix));
        found.add(statement.text, statement.mentions(), parts, around(), narrow, [own]);
      }
      if (list) found.addList(listOf(), list.any, scopes, statement);
    });
    readSections(article, reading, found);
    return found.relations();
  },
};

const isNoFix = ({ mention }: RequiredItem): boolean => mention.kind !== 'fix';

/** The products that a statement is limited to: its heading's, or those of its condition. */
function scopesOf(article: Article, statement: Statement): readonly string[] {
  const condition = conditionOf(article, statement.text, statement.mentions());
  return condition.length > 0 ? condition : statement.place.products;
}

/** 'TaxCut for Windows Requires Windows 3.1' */
function readTitle(article: Article, found: Collector): void {
  if (article.title.length > 300 || !/\brequire/i.test(article.title) || /\berr(?:or)?\b|message/i.test(article.title))
    return;
  const from = article.text.indexOf(article.title, article.span.from);
  if (from < 0 || from + article.title.length > article.span.to) return;
  const mentions = mentionsOf(article.title);
  for (const { object } of demandsOf(article.title, () => mentions)) {
    // A bare 'SP1' in a title is not told apart from its other products'; the text says more.
    if (object.parts.some((part) => part.some(({ mention }) => mention.kind === 'service-pack' && !mention.product)))
      continue;
    const evidence = { from, to: from + article.title.length, quote: article.title };
    found.add(article.title, mentions, object.parts, [], [], [evidence]);
  }
}

/** Sections that list what is required: bullets and bare names below 'Prerequisites'. */
function readSections(article: Article, reading: Reading, found: Collector): void {
  const below = new Map<number, { scopes: readonly string[]; next: boolean }>();
  article.blocks.forEach((block, index) => {
    // Some headings were never underlined.
    if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.to - block.from > 60) return;
    if (!SECTION.test(article.view.slice(block.from, block.to).trim())) return;
    const scopes = reading.places()[index]!.products;
    const next = article.blocks[index + 1];
    const announced = next?.kind === 'paragraph' && ENDS_IN_COLON.test(article.view.slice(next.to - 3, next.to));
    found.addList(reading.listAfter(announced ? index + 1 : index), false, scopes, null);
    for (let i = index + 1; i < article.blocks.length && article.blocks[i]!.kind !== 'heading'; i++)
      below.set(i, { scopes, next: i === index + 1 && article.blocks[i]!.kind === 'paragraph' });
  });
  if (below.size === 0) return;
  for (const statement of reading.statements()) {
    const section = below.get(statement.block);
    if (!section || isAdvice(statement.text) || demandsOf(statement.text, statement.mentions).length > 0) continue;
    const step = ENSURE.exec(statement.text);
    if (!section.next && !step) continue;
    const object = step
      ? objectsAfter(statement.text, statement.mentions(), step[0].length)
      : entryObject(statement.text, statement.mentions());
    // Only where the sentence is nothing but names, or has them installed.
    if (!object || !(step ? IS_THERE : /^\W{0,3}$/).test(statement.text.slice(object.to))) continue;
    const own = reading.evidence(statement.from, statement.to);
    const { scopes } = section;
    found.add(statement.text, statement.mentions(), object.parts, scopes, scopes, [own]);
  }
}
const IS_THERE = /^[^.;]{0,20}\b(?:installed|applied|running)\b/i;

/** The serviced products that the sentences before this one name in its paragraph, the nearest first. */
function earlierNames(statements: readonly Statement[], index: number): string[] {
  const names: string[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 5) && statements[i]!.block === statements[index]!.block; i--)
    names.push(...servicedNames(statements[i]!.mentions()));
  return names;
}

/** '… the recommended hardware, software, and service packs that you need:' below 'Requirements' */
const ENDS_IN_COLON = /:\s*$/;
const OR_LINE = /^\W{0,3}or\W{0,3}$/i;

/** Text of a dialog or error message that the article quotes. */
function isMessage(article: Article, block: number): boolean {
  let at = block - 1;
  // A second message follows '-or-'.
  while (at > 1 && OR_LINE.test(article.view.slice(article.blocks[at]!.from, article.blocks[at]!.to))) at -= 2;
  const previous = article.blocks[at];
  if (!previous || previous.kind === 'heading') return false;
  const text = article.view.slice(Math.max(previous.from, previous.to - 160), previous.to);
  return /:\s{0,3}$/.test(text) && /\b(?:errors?|messages?|prompts?|dialog|displayed|text)\b/i.test(text);
}
