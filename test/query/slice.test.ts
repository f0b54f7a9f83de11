import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdgeKind } from '../../src/model/graph.ts';
import type { GraphView } from '../../src/model/graph-view.ts';
import { openSlice, type Reach, sliceOf } from '../../src/query/slice.ts';
import { arrayView, someEdge, someNode } from './array-view.ts';

const KINDS: readonly EdgeKind[] = ['supersedes', 'publishes', 'references'];

const graphs = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const end = fc.nat(size - 1);
  return fc.array(fc.tuple(end, fc.constantFrom(...KINDS), end), { maxLength: 30 }).map((ends) => {
    const nodes = Array.from({ length: size }, (_, index) => someNode(`article:${index}`));
    return arrayView(
      nodes,
      ends.map(([source, kind, target]) => someEdge(source, kind, target)),
    );
  });
});

describe('a slice', () => {
  it('holds all that is connected with its seeds by edges of its kinds, and nothing else', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.subarray([...KINDS]),
        fc.constantFrom<Reach>('out', 'in', 'both'),
        (view, kinds, reach) => {
          const inReach = new Set([0]);
          const edges = [...view.nodes()].flatMap(({ index }) => view.edgesFrom(index, kinds));
          const expected = new Set<number>();
          for (let grew = true; grew; ) {
            grew = false;
            for (const { index, source, target } of edges) {
              const isOut = reach !== 'in' && inReach.has(source);
              const isIn = reach !== 'out' && inReach.has(target);
              if ((!isOut && !isIn) || expected.has(index)) continue;
              expected.add(index);
              inReach.add(isOut ? target : source);
              grew = true;
            }
          }
          const graph = sliceOf(view, kinds, [0], { reach });
          expect(new Set(graph.edges().map(Number))).toEqual(expected);
          expect(new Set(graph.nodes().map(Number))).toEqual(inReach);
        },
      ),
    );
  });

  it('holds every edge of its kinds when there are no seeds', () => {
    fc.assert(
      fc.property(graphs, (view) => {
        const graph = sliceOf(view, ['supersedes']);
        const wanted = [...view.nodes()].flatMap(({ index }) => view.edgesFrom(index, ['supersedes']));
        expect(graph.order).toBe(view.nodeCount);
        for (const edge of wanted) {
          expect(graph.extremities(String(edge.index))).toEqual([String(edge.source), String(edge.target)]);
          expect(graph.getEdgeAttributes(String(edge.index))).toEqual(edge);
        }
        expect(graph.size).toBe(wanted.length);
      }),
    );
  });

  it('stops after as many steps as it was told, and goes on later where it stopped', () => {
    const nodes = Array.from({ length: 6 }, (_, index) => someNode(`article:${index}`));
    const view = arrayView(
      nodes,
      [0, 1, 2, 3, 4].map((at) => someEdge(at, 'supersedes', at + 1)),
    );
    expect(sliceOf(view, ['supersedes'], [0], { reach: 'out', depth: 2 }).size).toBe(2);
    expect(sliceOf(view, ['supersedes'], [0], { reach: 'out' }).size).toBe(5);
  });

  it('reads each node once, however often it is asked', () => {
    let reads = 0;
    const plain = arrayView([someNode('article:1'), someNode('article:2')], [someEdge(0, 'supersedes', 1)]);
    const view: GraphView = {
      ...plain,
      edgesFrom(index, kinds) {
        reads++;
        return plain.edgesFrom(index, kinds);
      },
    };
    for (let times = 0; times < 3; times++) sliceOf(view, ['supersedes'], [0], { reach: 'out' });
    expect(reads).toBe(2);
    expect(openSlice(view, ['supersedes', 'supersedes']).graph).toBe(sliceOf(view, ['supersedes'], [1]));
  });

  it('grows along a chain of 100,000 edges', () => {
    const nodes = Array.from({ length: 100_001 }, (_, index) => someNode(`article:${index}`));
    const edges = Array.from({ length: 100_000 }, (_, at) => someEdge(at + 1, 'supersedes', at));
    expect(sliceOf(arrayView(nodes, edges), ['supersedes'], [50_000]).size).toBe(100_000);
  }, 60_000);
});
