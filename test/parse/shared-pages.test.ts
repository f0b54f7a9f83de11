import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import * as registry from '../../src/parse/registry.ts';
import { decodeText } from '../../src/read/decode-text.ts';
import { sampleFiles } from '../sample-archive.ts';
import { expectSoundSpans } from './sound-spans.ts';

const shared = join(import.meta.dirname, '../../../shared');
const gold = join(shared, 'gold/dialects');
const real = join(shared, 'corpus/other-dialects');
const reason = `needs ${'../shared'} beside the project`;

function articlesOf(path: string, name: string): Article[] {
  const source = { name, text: decodeText(readFileSync(path)) ?? '' };
  expect(
    Object.values(registry).filter((dialect) => dialect.claims(source)),
    name,
  ).toHaveLength(1);
  const articles = parseSource(source, () => undefined);
  for (const article of articles) expectSoundSpans(article);
  return articles;
}

it('gives sound spans for every article of the sample archive', () => {
  const articles = sampleFiles.flatMap((source) => parseSource(source, () => undefined));
  expect(articles.length).toBeGreaterThan(100);
  for (const article of articles) expectSoundSpans(article);
});

describe.skipIf(!existsSync(gold))(`the labelled pages (${reason})`, () => {
  const labels: { id: string; file: string; appliesTo: string[] }[] = existsSync(gold)
    ? JSON.parse(readFileSync(join(gold, 'labels.json'), 'utf8'))
    : [];

  it.each(labels.map((label) => [label.file, label] as const))(
    'reads %s under its own id, with all its products',
    (file, label) => {
      const [article, ...others] = articlesOf(join(gold, file), file);
      expect(others).toEqual([]);
      expect(article?.id).toBe(label.id);
      expect(article?.appliesTo.length).toBe(label.appliesTo.length);
    },
  );
});

describe.skipIf(!existsSync(real))(`real pages (${reason})`, () => {
  const ids: Record<string, string[]> = {
    'html-jeffpar-Q182047.html': ['182047'],
    'kb171224-supportpage-2009.txt': ['171224'],
    'kb262352-in-blog.html': ['262352'],
    'kb906305-267568-two-articles.txt': ['906305', '267568'],
    'md-memdocs-KB12636660.md': ['12636660'],
    'md-memdocs-KB4594177.md': ['4594177'],
    'md-supportarticles-4020481.md': ['4020481'],
    'md-supportarticles-4095462.md': ['4095462'],
    'md-supportarticles-834100.md': ['834100'],
    'md-supportarticles-976398.md': ['976398'],
  };

  it.each(existsSync(real) ? readdirSync(real).filter((name) => name in ids) : [])(
    'reads %s under its own ids',
    (name) => {
      const articles = articlesOf(join(real, name), name);
      expect(articles.map(({ id }) => id)).toEqual(ids[name]);
      for (const { title, blocks } of articles) {
        expect(title).not.toBe('');
        expect(blocks.length).toBeGreaterThan(1);
      }
    },
  );
});
