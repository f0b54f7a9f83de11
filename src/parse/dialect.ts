import type { Article } from '../model/article.ts';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';

/** One textual form of an article. A dialect is a plain object in a file of its own, and one line in the registry. */
export interface Dialect {
  name: string;
  /** Whether this dialect, and no other, reads the file. Looks at marks of the form, cheaply; never throws. */
  claims(source: SourceFile): boolean;
  /** Reads the articles of a claimed file, in order; never throws for what the text says, reports and goes on. */
  parse(source: SourceFile, report: Report): Article[];
}
