import type { Article } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Dialect } from './dialect.ts';
import * as registry from './registry.ts';

const dialects: readonly Dialect[] = Object.values(registry);

/** The articles of a file, in order; none, and a diagnostic, where no dialect claims it. */
export function parseSource(source: SourceFile, report: Report): Article[] {
  const dialect = dialects.find((candidate) => candidate.claims(source));
  const articles = dialect?.parse(source, report) ?? [];
  if (articles.length === 0) {
    report({
      source: source.name,
      rule: 'parse/no-article',
      message:
        source.text.trim() === ''
          ? 'The file is empty; an article was expected.'
          : 'The text has the form of no article that is known here.',
    });
  }
  return articles;
}
