import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/model/source-file.ts';
import { batches } from '../../src/work/batches.ts';

async function sizesOf(lengths: number[]): Promise<number[][]> {
  async function* files(): AsyncGenerator<SourceFile> {
    for (const length of lengths) yield { name: String(length), text: 'x'.repeat(length) };
  }
  const sizes: number[][] = [];
  for await (const batch of batches(files())) sizes.push(batch.map(({ text }) => text.length));
  return sizes;
}

describe('batches', () => {
  it('keep the order and hold about the same amount of text each', async () => {
    expect(await sizesOf([700_000, 700_001, 700_002, 5, 2_000_000, 1])).toEqual([
      [700_000, 700_001, 700_002],
      [5, 2_000_000],
      [1],
    ]);
  });

  it('are none where there is no file', async () => {
    expect(await sizesOf([])).toEqual([]);
  });
});
