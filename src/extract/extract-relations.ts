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

/** What a relation says, without its evidence. */
function keyOf(relation: Relation): string {
  const [kind, name] = Object.entries(relation.target)[0]!;
  const said =
    relation.type === 'ships'
      ? [relation.version, relation.platform, relation.date, relation.size]
      : [relation.group, relation.orLater];
  return [relation.type, kind, name, ...said, relation.scope ? JSON.stringify(relation.scope) : ''].join('\n');
}
