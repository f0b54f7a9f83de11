import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NODE_KINDS } from '../../src/model/graph.ts';
import { nodeAddress, readAddress, writeAddress } from '../../viz/address.ts';

describe('the address', () => {
  test('names the selected node and what the legend hides', () => {
    expect(writeAddress({ selected: 'article:260695', hiddenKinds: new Set(['file', 'cve']) })).toBe(
      '#/article/260695?hide=file,cve',
    );
    expect(writeAddress({ selected: null, hiddenKinds: new Set() })).toBe('#/');
  });

  test('reads back every node and every filter that it was written for', () => {
    const node = fc
      .tuple(fc.constantFrom(...NODE_KINDS), fc.string({ minLength: 1 }))
      .map(([kind, key]) => `${kind}:${key}`);
    fc.assert(
      fc.property(fc.option(node), fc.subarray([...NODE_KINDS]), (selected, hidden) => {
        const read = readAddress(writeAddress({ selected, hiddenKinds: new Set(hidden) }));
        expect(read.selected).toBe(selected);
        expect([...read.hiddenKinds]).toEqual(hidden);
      }),
    );
  });

  test('keeps a key with a slash, a question mark or a colon whole', () => {
    for (const key of ['a/b', 'what?', 'x:y', '100%', 'Ünïcode']) {
      expect(readAddress(nodeAddress(`file:${key}`)).selected).toBe(`file:${key}`);
    }
  });

  test.each(['', '#', '#/', '#/article', '#/article/', '#/nonsense/1', '#//', '#?hide='])(
    'selects nothing for %j',
    (hash) => {
      expect(readAddress(hash)).toEqual({ selected: null, hiddenKinds: new Set() });
    },
  );

  test('survives an escape that is none', () => {
    expect(readAddress('#/file/%E0%A4%A').selected).toBe('file:%E0%A4%A');
  });
});
