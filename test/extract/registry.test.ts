import { describe, expect, it } from 'vitest';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import type { Extractor } from '../../src/extract/extractor.ts';
import * as registry from '../../src/extract/registry.ts';
import type { Article } from '../../src/model/article.ts';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { sampleFiles } from '../sample-archive.ts';

const extractors: readonly Extractor[] = Object.values(registry);
const articles: readonly Article[] = sampleFiles.flatMap((file) => parseSource(file, () => undefined));

describe('the registry of extractors', () => {
  it.each(Object.entries(registry))(
    'lists %s with a name of its own and what an extractor does',
    (_export, extractor) => {
      expect(extractor.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(extractors.filter(({ name }) => name === extractor.name)).toHaveLength(1);
      expect(typeof extractor.extract).toBe('function');
    },
  );

  it('states every relation somewhere in the sample archive', () => {
    const stated = new Set(articles.flatMap(extractRelations).map(({ type }) => type));
    expect(RELATION_TYPES.filter((type) => !stated.has(type))).toEqual([]);
  });
});

describe('every relation of the sample archive', () => {
  const stated = articles.flatMap((article) => extractRelations(article).map((relation) => ({ article, relation })));

  it('quotes the untouched text, at the place that it names', () => {
    const wrong = stated.flatMap(({ article, relation }) =>
      relation.evidence
        .filter(({ from, to, quote }) => to <= from || article.text.slice(from, to) !== quote)
        .map((evidence) => ({ article: article.id, type: relation.type, evidence })),
    );
    expect(wrong).toEqual([]);
  });

  it('has evidence within its own article', () => {
    const wrong = stated.filter(
      ({ article: { span }, relation: { evidence } }) =>
        evidence.length === 0 || evidence.some(({ from, to }) => from < span.from || to > span.to),
    );
    expect(wrong.map(({ article, relation }) => `${article.id} ${JSON.stringify(relation)}`)).toEqual([]);
  });

  it('points to one target, which is not the article itself', () => {
    const wrong = stated.filter(({ article, relation: { target } }) => {
      const [[kind, value] = [], ...more] = Object.entries(target);
      return more.length > 0 || !value || (kind === 'article' && (value === article.id || !/^[1-9]\d*$/.test(value)));
    });
    expect(wrong.map(({ article, relation }) => `${article.id} ${JSON.stringify(relation)}`)).toEqual([]);
  });
});
