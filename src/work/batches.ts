import type { SourceFile } from '../model/source-file.ts';

/** UTF-16 units of text in a batch: large enough that handing it over costs little, small enough to keep few in memory. */
const BATCH_UNITS = 1_500_000;

/** Groups files, in order, into batches of about the same amount of text. */
export async function* batches(files: AsyncIterable<SourceFile>): AsyncGenerator<SourceFile[]> {
  let batch: SourceFile[] = [];
  let units = 0;
  for await (const file of files) {
    batch.push(file);
    units += file.text.length;
    if (units < BATCH_UNITS) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}
