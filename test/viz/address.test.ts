import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/model/graph.ts';
import { type Address, FIRST_VIEW, nodeAddress, readAddress, writeAddress } from '../../viz/state/address.ts';
import { VIEWS } from '../../viz/views/registry.ts';

const NOTHING: Address = {
  view: 'map',
  selected: null,
  hiddenKinds: new Set(),
  hiddenEdges: new Set(),
  parameters: {},
  snapshot: null,
};

describe('the address', () => {
  test('names the view, the selected node, what is hidden, the parameters and the snapshot', () => {
    expect(
      writeAddress({
        view: 'chain',
        selected: 'article:260695',
        hiddenKinds: new Set(['file', 'cve']),
        hiddenEdges: new Set(['mentions']),
        parameters: { product: 'windows-xp', depth: '2' },
        snapshot: '0123abcd',
      }),
    ).toBe('#/chain/article/260695?hide=file,cve&without=mentions&depth=2&product=windows-xp&at=0123abcd');
  });

  test('is short for the first view', () => {
    expect(writeAddress(NOTHING)).toBe('#/');
    const view = FIRST_VIEW.withNode;
    expect(writeAddress({ ...NOTHING, view, selected: 'article:1' })).toBe('#/article/1');
    expect(readAddress(`#/${view}/article/1`)).toEqual(readAddress('#/article/1'));
  });

  test('reads back everything that it was written for', () => {
    const node = fc
      .tuple(fc.constantFrom(...NODE_KINDS), fc.string({ minLength: 1 }))
      .map(([kind, key]) => `${kind}:${key}`);
    const address: fc.Arbitrary<Address> = fc.record({
      view: fc.constantFrom('map', 'focus', 'chain', 'path', 'file-history'),
      selected: fc.option(node),
      hiddenKinds: fc.subarray([...NODE_KINDS]).map((kinds) => new Set(kinds)),
      hiddenEdges: fc.subarray([...EDGE_KINDS]).map((kinds) => new Set(kinds)),
      parameters: fc.dictionary(fc.constantFrom('depth', 'product', 'camera'), fc.string({ minLength: 1 })),
      snapshot: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/)),
    });
    fc.assert(
      fc.property(address, (written) => {
        expect(readAddress(writeAddress(written))).toEqual({ ...written, parameters: { ...written.parameters } });
      }),
    );
  });

  test('keeps a key with a slash, a question mark or a colon whole', () => {
    for (const key of ['a/b', 'what?', 'x:y', '100%', 'Ünïcode']) {
      expect(readAddress(nodeAddress(`file:${key}`)).selected).toBe(`file:${key}`);
    }
  });

  test.each(['', '#', '#/', '#/article', '#/article/', '#?hide=', '#?hide=nonsense', '#/?__proto__=1&A=2&x.y=3'])(
    'selects, hides and sets nothing for %j',
    (hash) => {
      expect(readAddress(hash)).toEqual(NOTHING);
    },
  );

  test('keeps the name of a view that there is not, so that the page can say so', () => {
    expect(readAddress('#/nonsense/article/1')).toEqual({ ...NOTHING, view: 'nonsense', selected: 'article:1' });
  });

  test('survives an escape that is none', () => {
    expect(readAddress('#/file/%E0%A4%A').selected).toBe('file:%E0%A4%A');
  });
});

test('the views have names of their own, which are no kinds of nodes', () => {
  const names = VIEWS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^[a-z-]+$/);
    expect(NODE_KINDS as readonly string[]).not.toContain(name);
    expect(readAddress(`#/${name}/article/1`)).toMatchObject({ view: name, selected: 'article:1' });
  }
});
