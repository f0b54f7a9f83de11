import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { createReading } from './reading/reading.ts';
import * as registry from './registry.ts';

const extractors: readonly Extractor[] = Object.values(registry);

/** The relations that an article's own words state, each with evidence in its untouched text. One said twice is one. */
export function extractRelations(article: Article): Relation[] {
  const reading = createReading(article);
  const merged = new Map<string, Relation>();
  for (const extractor of extractors) {
    for (const relation of extractor.extract(article, reading)) {
      const key = keyOf(relation);
      const known = merged.get(key);
      if (!known) merged.set(key, relation);
      else
        for (const span of relation.evidence)
          if (!known.evidence.some((e) => e.from === span.from)) known.evidence.push(span);
    }
  }
  return [...merged.values()];
}

/** What a relation says, without its evidence. Nearly all have no more than a type and a target. */
function keyOf(relation: Relation): string {
  const target: Record<string, string> = relation.target;
  let key: string = relation.type;
  for (const kind in target) key += `\n${kind}\n${target[kind]}`;
  if (relation.type === 'ships')
    key += `\n${relation.version}\n${relation.platform}\n${relation.date}\n${relation.size}`;
  else if (relation.group !== undefined || relation.orLater) key += `\n${relation.group}\n${relation.orLater}`;
  return relation.scope ? `${key}\n${JSON.stringify(relation.scope)}` : key;
}
