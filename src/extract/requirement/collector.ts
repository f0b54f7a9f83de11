import type { Article } from '../../model/article.ts';
import type { Evidence, PlainRelation, Relation } from '../../model/relation.ts';
import type { Mention } from '../reading/mentions.ts';
import type { ListEntry, Reading, Statement } from '../reading/reading.ts';
import { sameName } from '../reading/same-name.ts';
import { demandsOf } from './demands.ts';
import { entryObject, excludeEachOther } from './lists.ts';
import type { RequiredObject } from './objects.ts';
import { type RequiredTarget, requiredTargets } from './targets.ts';

/** More places than these say nothing new of one requirement. */
const MOST_EVIDENCE = 20;

/** What an article requires, gathered statement by statement. */
export interface Collector {
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

/** Gathers requirements; the same one said twice is one with two pieces of evidence. */
export function createCollector(article: Article, reading: Reading): Collector {
  const merged = new Map<string, PlainRelation>();
  let group = 0;
  const put = (alternatives: readonly RequiredTarget[], scopes: readonly string[], evidence: Evidence[]): void => {
    // A heading that names what is required limits nothing.
    const limits = scopes.filter((scope) => !alternatives.some(({ target }) => Object.values(target)[0] === scope));
    for (const product of limits.length > 0 ? limits : [null]) {
      if (alternatives.length > 1) group++;
      for (const { target, orLater } of alternatives) {
        const key = JSON.stringify([Object.entries(target).map(([kind, name]) => [kind, sameName(name)]), product]);
        const known = merged.get(key);
        if (known) {
          // 'SP2 must be there … requires either SP2 or SP3': the choice says more.
          if (alternatives.length > 1 && known.group === undefined) known.group = group;
          if (known.evidence.length < MOST_EVIDENCE)
            known.evidence.push(...evidence.filter((e) => !known.evidence.some((k) => k.from === e.from)));
        } else
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
      for (const part of parts) put(requiredTargets(article, reading, text, mentions, part, around), scopes, evidence);
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
          const targets = requiredTargets(article, reading, entry.text, entry.mentions(), part, scopes);
          if (choice) alternatives.push(...targets);
          else put(targets, scopes, [...own, place]);
        }
        if (choice) evidence.push(place);
      }
      const once = new Map(alternatives.map((alternative) => [JSON.stringify(alternative.target), alternative]));
      if (once.size > 0) put([...once.values()], scopes, evidence.slice(0, MOST_EVIDENCE));
    },
    relations: () => [...merged.values()],
  };
}
