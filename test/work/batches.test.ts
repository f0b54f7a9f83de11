import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/read/raw-file.ts';
import { batches, filesIn } from '../../src/work/batches.ts';

/** Files of so many bytes, all in one buffer that each of them overwrites, as reading gives them. */
async function* files(lengths: readonly number[]): AsyncGenerator<RawFile> {
  const shared = Buffer.alloc(Math.max(0, ...lengths));
  for (const [i, length] of lengths.entries()) {
    yield { name: String(length), bytes: shared.subarray(0, length).fill(i) };
  }
}

describe('batches', () => {
  it('keep the order and hold about the same amount of bytes each', async () => {
    const sizes: number[][] = [];
    for await (const batch of batches(files([700_000, 700_001, 700_002, 5, 2_000_000, 1]))) {
      sizes.push([...filesIn(batch)].map(({ bytes }) => bytes.length));
    }
    expect(sizes).toEqual([[700_000, 700_001], [700_002, 5], [2_000_000], [1]]);
  });

  it('hold each file as it was when it was read, also an empty one', async () => {
    const read: [string, number, Set<number>][] = [];
    for await (const batch of batches(files([0, 3, 0, 2]))) {
      for (const { name, bytes } of filesIn(batch)) read.push([name, bytes.length, new Set(bytes)]);
    }
    expect(read).toEqual([
      ['0', 0, new Set()],
      ['3', 3, new Set([1])],
      ['0', 0, new Set()],
      ['2', 2, new Set([3])],
    ]);
  });

  it('are none where there is no file', async () => {
    expect(await batches(files([])).next()).toEqual({ done: true, value: undefined });
  });
});
