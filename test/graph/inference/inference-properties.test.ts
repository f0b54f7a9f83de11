import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, KnowledgeGraph } from '../../../src/model/graph.ts';
import type { Relation } from '../../../src/model/relation.ts';
import { article, ships, states } from '../articles.ts';
import { build, inferred } from './read-cases.ts';

const FILES = ['sort.dll', 'queue.dll', 'pack.dll'];
const PRODUCT = 'Made-up Server 3.0';

/** Fixes of one product without service packs: which build of each file each of them ships. */
const fixes = fc.array(fc.dictionary(fc.constantFrom(...FILES), fc.integer({ min: 1, max: 4 }), { minKeys: 1 }), {
  minLength: 1,
  maxLength: 8,
});

function graphOf(builds: readonly Record<string, number>[]): KnowledgeGraph {
  return build(
    builds.map((files, at) => {
      const rows = Object.entries(files).map(([file, number]) => ships(file, { version: `3.0.500.${number}` }));
      return article(`${1001 + at}`, [states('appliesTo', { product: PRODUCT }), ...rows]);
    }),
  );
}

function edgesOf({ nodes, edges }: KnowledgeGraph, kind: GraphEdge['kind']): [number, number][] {
  const at = (index: number) => Number(nodes[index]?.id.slice('article:'.length)) - 1001;
  return edges.filter((edge) => edge.kind === kind).map(({ source, target }) => [at(source), at(target)]);
}

/** Every pair that replacements and equal builds join: with equal ones, each stands for the other. */
function closure(graph: KnowledgeGraph): Set<string> {
  const same = edgesOf(graph, 'same-build');
  const steps = [
    ...edgesOf(graph, 'supersedes').map(([a, b]) => [a, b, 1] as const),
    ...same.flatMap(([a, b]) => [[a, b, 0] as const, [b, a, 0] as const]),
  ];
  const found = new Set<string>();
  const starts = new Set(steps.map(([a]) => a));
  for (const start of starts) {
    const seen = new Set([`${start} 0`]);
    const queue: [number, number][] = [[start, 0]];
    for (const [at, replaced] of queue) {
      for (const [a, b, weight] of steps) {
        const next = replaced || weight;
        if (a !== at || seen.has(`${b} ${next}`)) continue;
        seen.add(`${b} ${next}`);
        if (next && b !== start) found.add(`${start} ${b}`);
        queue.push([b, next]);
      }
    }
  }
  return found;
}

const contains = (a: Record<string, number>, b: Record<string, number>) =>
  Object.entries(b).every(([file, number]) => (a[file] ?? 0) >= number);
const isSame = (a: Record<string, number>, b: Record<string, number>) =>
  contains(a, b) && contains(b, a) && Object.keys(a).length === Object.keys(b).length;
const hasNewer = (a: Record<string, number>, b: Record<string, number>) =>
  Object.entries(b).some(([file, number]) => (a[file] ?? 0) > number);

describe('newer files', () => {
  it('replace by immediate steps what a comparison of every pair says', () => {
    fc.assert(
      fc.property(fixes, (builds) => {
        const found = closure(graphOf(builds));
        builds.forEach((a, from) => {
          builds.forEach((b, to) => {
            if (from !== to && contains(a, b) && hasNewer(a, b)) expect(found).toContain(`${from} ${to}`);
          });
        });
      }),
    );
  });

  it('replace only what they contain', () => {
    fc.assert(
      fc.property(fixes, (builds) => {
        const graph = graphOf(builds);
        for (const [from, to] of edgesOf(graph, 'supersedes')) {
          expect(contains(builds[from] ?? {}, builds[to] ?? {}) && hasNewer(builds[from] ?? {}, builds[to] ?? {})).toBe(
            true,
          );
        }
        for (const [from, to] of edgesOf(graph, 'contains-newer'))
          expect(hasNewer(builds[from] ?? {}, builds[to] ?? {})).toBe(true);
      }),
    );
  });

  it('join those with the same builds of all of their files', () => {
    fc.assert(
      fc.property(fixes, (builds) => {
        const same = edgesOf(graphOf(builds), 'same-build');
        builds.forEach((a, from) => {
          const first = builds.findIndex((b) => isSame(a, b));
          if (first !== from) expect(same).toContainEqual([first, from]);
        });
      }),
    );
  });

  it('never replace in a circle, nor with what is stated', () => {
    const statements = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 4 });
    fc.assert(
      fc.property(fixes, statements, (builds, stated) => {
        const said = stated.filter(([from, to]) => from > to && from < builds.length);
        const graph = build(
          builds.map((files, at) => {
            const relations: Relation[] = [states('appliesTo', { product: PRODUCT })];
            for (const [file, number] of Object.entries(files))
              relations.push(ships(file, { version: `3.0.500.${number}` }));
            for (const [from, to] of said)
              if (from === at) relations.push(states('supersedes', { article: `${1001 + to}` }));
            return article(`${1001 + at}`, relations);
          }),
        );
        const steps = edgesOf(graph, 'supersedes');
        const left = new Set(steps.flat());
        // Whatever no step leaves can be taken away, until nothing is left or a circle.
        for (let size = -1; size !== left.size; ) {
          size = left.size;
          for (const node of [...left]) if (!steps.some(([a, b]) => a === node && left.has(b))) left.delete(node);
        }
        expect([...left]).toEqual([]);
      }),
    );
  });
});

describe('ladders', () => {
  it('have one rung above another, and no circle, whatever levels are named', () => {
    const level = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('', 'a', 'b'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('Windows NT 4.0', 'Made-up Server 3.0'), fc.array(level), (product, levels) => {
        const graph = build(
          levels.map((each, at) =>
            article(`${1001 + at}`, [states('fixedIn', { servicePack: `${product} SP${each}` })]),
          ),
        );
        const packs = graph.edges.filter(({ rule }) => rule === 'graph/service-pack-ladder');
        for (const { source, target } of packs) {
          expect(packs.some((other) => other.source === target && other.target === source)).toBe(false);
          const [a = '', b = ''] = [source, target].map((index) => graph.nodes[index]?.attributes.level);
          expect(
            Number.parseInt(a, 10) > Number.parseInt(b, 10) ||
              (Number.parseInt(a, 10) === Number.parseInt(b, 10) && a > b),
          ).toBe(true);
        }
      }),
    );
  });
});

describe('inference', () => {
  it('comes to the same in whatever order articles are read', () => {
    fc.assert(
      fc.property(fixes, fc.infiniteStream(fc.nat()), (builds, picks) => {
        const articles = builds.map((files, at) =>
          article(`${1001 + at}`, [
            states('appliesTo', { product: PRODUCT }),
            ...Object.entries(files).map(([file, number]) => ships(file, { version: `3.0.500.${number}` })),
          ]),
        );
        const shuffled: typeof articles = [];
        const rest = [...articles];
        while (rest.length > 0) shuffled.push(...rest.splice((picks.next().value ?? 0) % rest.length, 1));
        expect(inferred(build(shuffled))).toEqual(inferred(build(articles)));
      }),
    );
  });
});

/** Cumulative updates of two products, on several service packs, under numbers of articles in any order. */
const updates = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 900_000, max: 999_999 }),
    product: fc.constantFrom('SQL Server 2005', 'SQL Server 2008'),
    level: fc.constantFrom('', ' Service Pack 1', ' Service Pack 2'),
    number: fc.integer({ min: 1, max: 20 }),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);

describe('cumulative updates', () => {
  it('follow each other by number on one service pack of one product, whatever the numbers of their articles', () => {
    fc.assert(
      fc.property(updates, (all) => {
        const { nodes, edges } = build(
          all.map(({ id, product, level, number }) =>
            article(`${id}`, [states('appliesTo', { product })], {
              title: `Cumulative update package ${number} for ${product}${level}`,
            }),
          ),
        );
        const found = edges.flatMap(({ kind, rule, source, target }) =>
          kind === 'supersedes' && rule === 'graph/cumulative-ladder'
            ? `${nodes[source]?.id.slice(8)} ${nodes[target]?.id.slice(8)}`
            : [],
        );
        // The pairs of one series with nothing between them.
        const expected = all.flatMap((a) => {
          const series = all.filter((each) => each.product === a.product && each.level === a.level);
          const before = Math.max(0, ...series.map(({ number }) => number).filter((number) => number < a.number));
          return series.flatMap((b) => (b.number === before ? `${a.id} ${b.id}` : []));
        });
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});
