import { describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../../../src/graph/graph-builder.ts';
import { packCircles } from '../../../src/graph/map/pack-circles.ts';
import type { KnowledgeGraph } from '../../../src/model/graph.ts';
import { article, ships, states } from '../articles.ts';

/** A graph of some product families, each with chains of articles, shared files and a few ties to the others. */
function sample(size: number): KnowledgeGraph {
  const products = [
    'Windows NT Server 4.0',
    'Windows NT Workstation 3.51',
    'Exchange Server 5.5',
    'Word 97',
    'Mail for PC Networks 3.2',
  ];
  const builder = createGraphBuilder();
  for (let n = 0; n < size; n++) {
    const product = products[n % products.length] ?? '';
    const id = `${100_000 + n}`;
    builder.add(
      article(id, [
        ...(n % 50 === 49 ? [] : [states('appliesTo', { product })]),
        ...(n % 3 === 0 ? [states('references', { article: `${100_000 + ((n * 7 + 5) % size)}` })] : []),
        ...(n >= 5 ? [states('references', { article: `${100_000 + n - 5}` })] : []),
        ...(n % 4 === 0 ? [ships(`file${n % 40}.dll`, { version: `${n}.0` })] : []),
      ]),
    );
  }
  return builder.finish({ builtAt: '', paths: [], filesRead: size, diagnostics: {}, feeds: [] });
}

const graph = sample(1500);
const { map } = graph;

describe('the map', () => {
  it('has a finite place, a community and an importance for every node', () => {
    expect(map.x).toHaveLength(graph.nodes.length);
    for (const values of [map.x, map.y, map.importance]) expect(values.every(Number.isFinite)).toBe(true);
    expect(map.importance.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(Math.max(...map.importance)).toBe(1);
  });

  it('numbers communities densely', () => {
    const numbers = new Set(map.community);
    expect(Math.max(...numbers)).toBe(numbers.size - 1);
  });

  it('has no two nodes at one place', () => {
    const places = new Set(Array.from(map.x, (x, node) => `${x} ${map.y[node]}`));
    expect(places.size).toBe(graph.nodes.length);
  });

  it('is the same for the same graph', () => {
    expect(sample(1500).map).toEqual(map);
  });

  it('names its regions, the largest first, lines of products around their families', () => {
    const labels = map.regions.map(({ label }) => label);
    expect(labels).toContain('Windows NT');
    expect(labels).toContain('Windows NT 4.0');
    expect(labels).toContain('Windows NT 3.51');
    expect(labels).toContain('Exchange Server 5.5');
    expect(map.regions.map(({ size }) => size)).toEqual(map.regions.map(({ size }) => size).sort((a, b) => b - a));
  });

  it('has in each region the nodes of its products', () => {
    const inRegion = (label: string, node: number) => {
      const region = map.regions.find((each) => each.label === label);
      if (region === undefined) return false;
      return Math.hypot((map.x[node] ?? 0) - region.x, (map.y[node] ?? 0) - region.y) <= region.radius;
    };
    const counts = { in: 0, all: 0 };
    for (const { kind, source, target } of graph.edges) {
      const family = graph.nodes[target]?.attributes.family;
      const label = graph.nodes.find(({ id }) => id === `family:${family}`)?.label;
      if (kind !== 'applies-to' || label === undefined) continue;
      counts.all++;
      if (inRegion(label, source)) counts.in++;
    }
    expect(counts.all).toBeGreaterThan(500);
    expect(counts.in / counts.all).toBeGreaterThan(0.95);
  });

  it('counts as many nodes in each region as lie in it', () => {
    for (const { x, y, radius, size } of map.regions) {
      let inside = 0;
      for (let node = 0; node < graph.nodes.length; node++) {
        if (Math.hypot((map.x[node] ?? 0) - x, (map.y[node] ?? 0) - y) <= radius) inside++;
      }
      expect(inside).toBe(size);
    }
  });

  it('finds what many cite more important than what nobody does', () => {
    const cites = Array.from({ length: 30 }, (_, n) =>
      article(`${2000 + n}`, [states('references', { article: '1000' })]),
    );
    const builder = createGraphBuilder();
    for (const each of [article('1000', []), ...cites]) builder.add(each);
    const { nodes, map: small } = builder.finish({ builtAt: '', paths: [], filesRead: 31, feeds: [], diagnostics: {} });
    const cited = nodes.findIndex(({ id }) => id === 'article:1000');
    expect(small.importance[cited]).toBe(1);
    expect(small.importance[cited === 0 ? 1 : 0]).toBeLessThan(0.5);
  });
});

describe('packed circles', () => {
  it('never overlap, and lie within the radius', () => {
    for (const count of [0, 1, 2, 3, 4, 10, 300]) {
      const circles = Array.from({ length: count }, (_, n) => ({ x: 0, y: 0, radius: 1 + ((n * 37) % 11) }));
      const reach = packCircles(circles);
      for (const [index, a] of circles.entries()) {
        expect(Math.hypot(a.x, a.y) + a.radius).toBeLessThanOrEqual(reach + 1e-6);
        for (const b of circles.slice(index + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius - 1e-4);
        }
      }
    }
  });
});
