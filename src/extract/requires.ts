import type { Article } from '../model/article.ts';
import type { Evidence, PlainRelation, Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { type Mention, mentionsOf } from './reading/mentions.ts';
import type { ListEntry, Reading, Statement } from './reading/reading.ts';
import { citedFixes } from './requirement/following.ts';
import { demandsOf } from './requirement/frames.ts';
import { announcedList, entryObject, excludeEachOther } from './requirement/lists.ts';
import { isAdvice, isReport } from './requirement/modality.ts';
import { fullName } from './requirement/names.ts';
import type { RequiredItem, RequiredObject } from './requirement/objects.ts';
import { conditionOf, headingScope, subjectScope } from './requirement/scope.ts';
import { headingOwner, type RequiredTarget, requiredTargets, servicedNames } from './requirement/targets.ts';

const STEM =
  /requir|\bmust\b|pre-?req|\bneed|\bha(?:s|ve) to\b|necessary|before|prior to|\bonly\b|\b(?:installed|applied) (?:on|to)\b/i;
/** 'Prerequisites', 'Software Prerequisites:' */
const SECTION = /^(?:\d[\d.]{0,6}\s)?(?:\w{1,12}\s){0,3}pre-?requisites?:?$/i;

/** What must be there before the fix, tool or feature of this article can be applied or used. */
export const requires: Extractor = {
  name: 'requires',
  extract(article, reading) {
    if (!STEM.test(article.view) || isReport(article.title)) return [];
    const found = collector(reading, (name) => fullName(article.view, name));
    readTitle(article, found);
    const statements = reading.statements();
    statements.forEach((statement, i) => {
      const demands = demandsOf(statement.text, statement.mentions);
      const cited = citedFixes(statement.text, statement.list);
      const list = demands.length === 0 && cited.length === 0 ? announcedList(statement.text) : null;
      if ((demands.length === 0 && cited.length === 0 && !list) || isMessage(article, statement.block)) return;
      const around = () => [...headingOwner(statement.place.products), ...earlierNames(statements, i)];
      const scopes = scopesOf(article, statement);
      const own = reading.evidence(statement.from, statement.to);
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
      if (list) found.addList(statement.list(), list.any, scopes, statement);
    });
    readSections(article, reading, found);
    return found.relations();
  },
};

const isNoFix = ({ mention }: RequiredItem): boolean => mention.kind !== 'fix';

/** The products that a statement is limited to: its heading's, or those of its condition. */
function scopesOf(article: Article, statement: Statement): readonly string[] {
  const condition = conditionOf(article, statement.text, statement.mentions());
  return condition.length > 0 ? condition : headingScope(article, statement.place.products);
}

/** 'TaxCut for Windows Requires Windows 3.1' */
function readTitle(article: Article, found: Collector): void {
  if (!/\brequire/i.test(article.title) || /\berr(?:or)?\b|message/i.test(article.title)) return;
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
  article.blocks.forEach((block, index) => {
    if (block.kind !== 'heading' || !SECTION.test(article.view.slice(block.from, block.to).trim())) return;
    const scopes = headingScope(article, reading.places[index]!.products);
    found.addList(reading.listAfter(index), false, scopes, null);
    for (const statement of reading.statements()) {
      if (statement.block !== index + 1 || article.blocks[index + 1]?.kind !== 'paragraph') continue;
      if (isAdvice(statement.text) || demandsOf(statement.text, statement.mentions).length > 0) continue;
      const object = entryObject(statement.text, statement.mentions());
      // Only where the sentence is nothing but names.
      if (!object || !/^\W{0,3}$/.test(statement.text.slice(object.to))) continue;
      found.add(statement.text, statement.mentions(), object.parts, scopes, scopes, [
        reading.evidence(statement.from, statement.to),
      ]);
    }
  });
}

/** The serviced products that the sentences before this one name in its paragraph, the nearest first. */
function earlierNames(statements: readonly Statement[], index: number): string[] {
  const names: string[] = [];
  for (let i = index - 1; i >= 0 && statements[i]!.block === statements[index]!.block; i--)
    names.push(...servicedNames(statements[i]!.mentions()));
  return names;
}

/** Text of a dialog or error message that the article quotes. */
function isMessage(article: Article, block: number): boolean {
  const previous = article.blocks[block - 1];
  if (!previous || previous.kind === 'heading') return false;
  const text = article.view.slice(Math.max(previous.from, previous.to - 160), previous.to);
  return /:\s{0,3}$/.test(text) && /\b(?:errors?|messages?|prompts?|dialog|displayed|text)\b/i.test(text);
}

interface Collector {
  /** Every part of what a sentence requires; `around` names what a bare service pack may belong to. */
  add(
    text: string,
    mentions: readonly Mention[],
    parts: RequiredObject['parts'],
    around: readonly string[],
    scopes: readonly string[],
    evidence: Evidence[],
  ): void;
  /** The fix of an article that is cited for it. */
  addArticle(id: string, scopes: readonly string[], evidence: Evidence[]): void;
  /** What the entries of a list name: all of it, or `any`. */
  addList(entries: readonly ListEntry[], any: boolean, scopes: readonly string[], statement: Statement | null): void;
  relations(): Relation[];
}

function collector(reading: Reading, fullName: (fix: string) => string): Collector {
  const merged = new Map<string, PlainRelation>();
  let group = 0;
  const put = (alternatives: readonly RequiredTarget[], scopes: readonly string[], evidence: Evidence[]): void => {
    // A heading that names what is required limits nothing.
    const limits = scopes.filter(
      (scope) => !alternatives.some(({ target }) => 'product' in target && target.product === scope),
    );
    for (const product of limits.length > 0 ? limits : [null]) {
      if (alternatives.length > 1) group++;
      for (const { target, orLater } of alternatives) {
        const key = JSON.stringify([target, product]);
        const known = merged.get(key);
        // Said twice, it is one requirement with two pieces of evidence.
        if (known) known.evidence.push(...evidence.filter((e) => !known.evidence.some((k) => k.from === e.from)));
        else
          merged.set(key, {
            type: 'requires',
            target,
            evidence: [...evidence],
            ...(product ? { scope: { product } } : {}),
            ...(alternatives.length > 1 ? { group } : {}),
            ...(orLater ? { orLater: true as const } : {}),
          });
      }
    }
  };
  return {
    add(text, mentions, parts, around, scopes, evidence) {
      for (const part of parts) put(requiredTargets(reading, fullName, text, mentions, part, around), scopes, evidence);
    },
    addArticle(article, scopes, evidence) {
      put([{ target: { article }, orLater: false }], scopes, evidence);
    },
    addList(entries, any, scopes, statement) {
      const own = statement ? [reading.evidence(statement.from, statement.to)] : [];
      const alternatives: RequiredTarget[] = [];
      const evidence: Evidence[] = [...own];
      const choice = any || excludeEachOther(entries);
      for (const entry of entries) {
        if (demandsOf(entry.text, entry.mentions).length > 0) continue;
        const object = entryObject(entry.text, entry.mentions());
        if (!object) continue;
        const place = reading.evidence(entry.from, entry.to);
        for (const part of object.parts) {
          const targets = requiredTargets(reading, fullName, entry.text, entry.mentions(), part, scopes);
          if (choice) alternatives.push(...targets);
          else put(targets, scopes, [...own, place]);
        }
        if (choice) evidence.push(place);
      }
      if (alternatives.length > 0) put(alternatives, scopes, evidence);
    },
    relations: () => [...merged.values()],
  };
}
