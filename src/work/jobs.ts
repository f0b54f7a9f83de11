import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { SourceFile } from '../model/source-file.ts';
import { extractFile, extractFileWithNames } from './extract-file.ts';
import { record } from './record.ts';

/** What one batch of files gave, in their order. */
export interface Outcome<Result> {
  result: Result;
  articles: number;
  diagnostics: Diagnostic[];
}

/** A batch's articles. */
export function articles(files: readonly SourceFile[]): Outcome<ExtractedArticle[]> {
  return overFiles(files, extractFileWithNames);
}

/** A batch's articles as encoded NDJSON: one block of bytes crosses threads far faster than the objects do. */
export function records(files: readonly SourceFile[]): Outcome<Uint8Array> {
  const outcome = overFiles(files, extractFile);
  return { ...outcome, result: new TextEncoder().encode(outcome.result.map(record).join('')) };
}

function overFiles(files: readonly SourceFile[], extract: typeof extractFile): Outcome<ExtractedArticle[]> {
  const diagnostics: Diagnostic[] = [];
  const result = files.flatMap((file) => extract(file, (diagnostic) => diagnostics.push(diagnostic)));
  return { result, articles: result.length, diagnostics };
}

/** The jobs by name: a name is all that crosses to a thread. */
export interface Jobs {
  articles: ExtractedArticle[];
  records: Uint8Array;
}
