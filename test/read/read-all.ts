import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { SourceFile } from '../../src/model/source-file.ts';
import { type ReadOptions, readSources } from '../../src/read/read-sources.ts';

/** Reads everything: the files, and what was reported. */
export async function readAll(
  paths: readonly string[],
  options?: ReadOptions,
): Promise<{ files: SourceFile[]; diagnostics: Diagnostic[]; rules: string[] }> {
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const file of readSources(paths, (diagnostic) => diagnostics.push(diagnostic), options)) files.push(file);
  return { files, diagnostics, rules: diagnostics.map(({ rule }) => rule) };
}
