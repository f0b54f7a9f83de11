import { extractNames } from '../extract/extract-names.ts';
import { extractRelations } from '../extract/extract-relations.ts';
import type { Article } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseSource } from '../parse/parse-source.ts';

/** Parses one file and extracts the relations of its articles, in order; a file without an article gives none. */
export function extractFile(file: SourceFile, report: Report): ExtractedArticle[] {
  return surviving(file, report, () => parseSource(file, report).map(extractArticle));
}

/** The same, also with what the articles publish and mention: the graph has it, the records of `kbgraph parse` have not. */
export function extractFileWithNames(file: SourceFile, report: Report): ExtractedArticle[] {
  return surviving(file, report, () =>
    parseSource(file, report).map((article) => {
      const extracted = extractArticle(article);
      return { ...extracted, ...extractNames(article, extracted.relations) };
    }),
  );
}

function extractArticle(article: Article): ExtractedArticle {
  const { id, dialect, title, modified, category, source, span, text, keywords } = article;
  const own = text.slice(span.from, span.to);
  return {
    id,
    dialect,
    title,
    modified,
    category,
    source,
    span,
    text: own,
    keywords,
    relations: extractRelations(article),
  };
}

function surviving(file: SourceFile, report: Report, extract: () => ExtractedArticle[]): ExtractedArticle[] {
  try {
    return extract();
  } catch (error) {
    // Neither stage throws for what a document says, so this is our bug; one file must still not cost the others.
    report({
      source: file.name,
      rule: 'work/bug',
      message: `A bug in kbgraph stopped this file: ${firstFrames(error)}`,
    });
    return [];
  }
}

function firstFrames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack
    .split('\n', 3)
    .map((line) => line.trim())
    .join(' ');
}
