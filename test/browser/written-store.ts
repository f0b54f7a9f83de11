import { createGraphBuilder } from '../../src/graph/graph-builder.ts';
import type { ExtractedArticle } from '../../src/model/extracted.ts';
import type { Relation } from '../../src/model/relation.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';

/** An article by its number, its title and its sentences, each with what it states, if it states anything. */
export type WrittenArticle = readonly [id: string, title: string, sentences: readonly (readonly [string, object?])[]];

/** Writes a store of such articles; `category` is also a keyword of each. */
export function writeArticles(file: string, articles: readonly WrittenArticle[], category = 'written'): void {
  const builder = createGraphBuilder();
  const writer = createStoreWriter(file);
  for (const written of articles) {
    const article = extracted(written, category);
    writer.addArticle(article, builder.add(article));
  }
  const builtAt = new Date(0).toISOString();
  writer.finish(
    builder.finish({ builtAt, paths: ['written'], filesRead: articles.length, feeds: [], diagnostics: {} }),
  );
}

function extracted([id, title, sentences]: WrittenArticle, category: string): ExtractedArticle {
  let text = `${title}\n\n`;
  const relations: Relation[] = [];
  for (const [sentence, relation] of sentences) {
    const evidence = [{ from: text.length, to: text.length + sentence.length, quote: sentence }];
    if (relation) relations.push({ ...relation, evidence } as unknown as Relation);
    text += `${sentence}\n\n`;
  }
  return {
    id,
    dialect: 'written',
    title,
    modified: '2000-01-02',
    category,
    source: `${id}.txt`,
    span: { from: 0, to: text.length },
    text,
    keywords: [category],
    relations,
  };
}
