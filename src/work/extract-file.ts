import { extractRelations } from '../extract/extract-relations.ts';
import type { Report } from '../model/diagnostic.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseSource } from '../parse/parse-source.ts';

/** Parses one file and extracts the relations of its articles, in order; a file without an article gives none. */
export function extractFile(file: SourceFile, report: Report): ExtractedArticle[] {
  try {
    return parseSource(file, report).map((article) => ({
      id: article.id,
      dialect: article.dialect,
      title: article.title,
      modified: article.modified,
      category: article.category,
      source: article.source,
      span: article.span,
      text: article.text.slice(article.span.from, article.span.to),
      keywords: article.keywords,
      relations: extractRelations(article),
    }));
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
