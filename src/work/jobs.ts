import type { Diagnostic, Report } from '../model/diagnostic.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import { decodeSource } from '../read/decode-source.ts';
import { type Batch, filesIn } from './batches.ts';
import { extractFile, extractFileWithNames } from './extract-file.ts';
import { record } from './record.ts';

/** What one batch of files gave, in their order. */
export interface Outcome<Result> {
  result: Result;
  /** How many of its files are text. */
  files: number;
  articles: number;
  diagnostics: Diagnostic[];
}

/** A batch's articles. */
export function articles(batch: Batch): Outcome<ExtractedArticle[]> {
  const result: ExtractedArticle[] = [];
  return { result, ...overFiles(batch, extractFileWithNames, (article) => result.push(article)) };
}

/** A batch's articles as encoded NDJSON: one block of bytes crosses threads far faster than the objects do. */
export function records(batch: Batch): Outcome<Uint8Array> {
  // Encoded one by one, so that hardly anything of an article lives longer than its turn.
  const lines: Buffer[] = [];
  const counted = overFiles(batch, extractFile, (article) => lines.push(Buffer.from(record(article))));
  return { result: Buffer.concat(lines), ...counted };
}

function overFiles(
  batch: Batch,
  extract: typeof extractFile,
  take: (article: ExtractedArticle) => void,
): Omit<Outcome<unknown>, 'result'> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  let files = 0;
  let articles = 0;
  for (const raw of filesIn(batch)) {
    const file = decodeSource(raw, report);
    if (file === null) continue;
    files++;
    for (const article of extract(file, report)) {
      articles++;
      take(article);
    }
  }
  return { files, articles, diagnostics };
}

/** The jobs by name: a name is all that crosses to a thread. */
export interface Jobs {
  articles: ExtractedArticle[];
  records: Uint8Array;
}
