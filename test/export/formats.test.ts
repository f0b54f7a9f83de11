import fc from 'fast-check';
import graphology from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { inferSchema, initParser } from 'udsv';
import { describe, expect, test } from 'vitest';
import type { ExportEdge, ExportFormat, ExportGraph, ExportNode } from '../../src/export/export-graph.ts';
import * as formats from '../../src/export/registry.ts';
import { BASES, EDGE_KINDS, NODE_KINDS } from '../../src/model/graph.ts';

const { MultiGraph } = graphology;

const HOSTILE = `<script>alert("1")</script> ]]> & 'quoted' "twice"\n\ttab =1+1 \u202e\u0000\u0007\ud800 end 😀`;
/** What a reader of XML 1.0 gets of it. */
const AS_XML = HOSTILE.replaceAll('\u0000', '\ufffd').replaceAll('\u0007', '\ufffd').replaceAll('\ud800', '\ufffd');

function node(id: string, label: string, more: Partial<ExportNode> = {}): ExportNode {
  return {
    id,
    kind: 'article',
    label,
    status: 'present',
    date: '2000-01-02',
    importance: 0.5,
    position: null,
    ...more,
  };
}

function edge(source: string, target: string, more: Partial<ExportEdge> = {}): ExportEdge {
  return {
    source,
    target,
    kind: 'supersedes',
    basis: 'stated',
    rule: 'extract/supersedes',
    scope: null,
    because: null,
    group: null,
    orLater: false,
    file: null,
    evidence: [],
    ...more,
  };
}

const GRAPH: ExportGraph = {
  title: 'The neighbourhood of <260695>',
  source: 'kbgraph, data up to 2002-08-18',
  nodes: [
    node('article:1', HOSTILE, { position: { x: 1.5, y: -2 } }),
    node('article:2', '=cmd|calc', { status: 'cited', date: null, importance: null }),
    node('file:ese.dll', 'Ese.dll', { kind: 'file', status: null }),
  ],
  edges: [
    edge('article:1', 'article:2', {
      scope: { product: 'Windows NT 4.0', platform: 'x86' },
      evidence: [{ article: '1', from: 3, to: 9, quote: HOSTILE }],
    }),
    edge('article:1', 'article:2', {
      kind: 'references',
      basis: 'inferred',
      because: 'both ship "Ese.dll"',
      rule: 'r',
    }),
    edge('article:1', 'file:ese.dll', {
      kind: 'ships',
      group: 2,
      orLater: true,
      file: { version: '5.5.2652.6', platform: 'x86', date: '2000-05-25', size: 1024 },
    }),
    edge('article:2', 'article:2'),
  ],
};

const written = (format: ExportFormat, graph: ExportGraph): string => [...format.write(graph)].join('');
const rowsOf = (text: string): Record<string, unknown>[] =>
  initParser(inferSchema(text, {}, 1)).typedObjs(text) as Record<string, unknown>[];

describe('every format', () => {
  test.each(Object.entries(formats))('%s names itself', (_, format) => {
    expect(format.name).toMatch(/^[a-z-]+$/);
    expect(format.mediaType).toContain('/');
    expect(format.label).not.toBe('');
  });

  test('has a name and an extension of its own', () => {
    const all = Object.values(formats);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ extension }) => extension)).size).toBe(all.length);
  });

  test.each(Object.entries(formats))('%s is written in pieces, an empty graph too', (_, format) => {
    expect([...format.write(GRAPH)].length).toBeGreaterThan(3);
    expect(written(format, { ...GRAPH, nodes: [], edges: [] })).not.toBe('');
  });
});

describe('what readers of each format get', () => {
  test('GEXF', () => {
    const graph = gexfReader.parse(MultiGraph, written(formats.gexf, GRAPH), { addMissingNodes: false });
    expect([graph.order, graph.size]).toEqual([3, 4]);
    expect(graph.getNodeAttributes('article:1')).toMatchObject({ label: AS_XML, kind: 'article', x: 1.5, y: -2 });
    expect(graph.getNodeAttributes('article:2')).not.toHaveProperty('importance');
    const kinds = graph.mapEdges('article:1', 'article:2', (_, attributes) => attributes.kind);
    expect(kinds.sort()).toEqual(['references', 'supersedes']);
    expect(graph.getEdgeAttributes('e0')).toMatchObject({
      scope: 'product=Windows NT 4.0; platform=x86',
      evidence: '1:3-9',
      sentence: AS_XML,
    });
    expect(graph.getEdgeAttributes('e2')).toMatchObject({ version: '5.5.2652.6', size: 1024, orLater: true, group: 2 });
  });

  test('GraphML', () => {
    const graph = graphmlReader.parse(MultiGraph, written(formats.graphml, GRAPH));
    expect([graph.order, graph.size]).toEqual([3, 4]);
    expect(graph.getNodeAttributes('article:1')).toMatchObject({ label: AS_XML, kind: 'article', x: 1.5, y: -2 });
    expect(graph.getEdgeAttributes('e2')).toMatchObject({ version: '5.5.2652.6', size: 1024, orLater: true });
  });

  test('JSON', () => {
    const graph = MultiGraph.from(JSON.parse(written(formats.json, GRAPH)));
    expect([graph.order, graph.size]).toEqual([3, 4]);
    expect(graph.getAttribute('source')).toBe(GRAPH.source);
    expect(graph.getNodeAttributes('article:1')).toMatchObject({ label: HOSTILE, x: 1.5, y: -2 });
    expect(graph.getEdgeAttributes('e0').evidence).toEqual([{ article: '1', from: 3, to: 9, quote: HOSTILE }]);
  });

  test('CSV of nodes, in which nothing is a formula', () => {
    const rows = rowsOf(written(formats.nodesCsv, GRAPH));
    expect(rows.map(({ id }) => id)).toEqual(['article:1', 'article:2', 'file:ese.dll']);
    expect(rows[0]).toMatchObject({ label: HOSTILE, importance: '0.5' });
    expect(rows[1]).toMatchObject({ label: "'=cmd|calc" });
  });

  test('CSV of edges, with the sentences', () => {
    const rows = rowsOf(written(formats.edgesCsv, GRAPH));
    expect(rows.map(({ kind }) => kind)).toEqual(['supersedes', 'references', 'ships', 'supersedes']);
    expect(rows[0]).toMatchObject({ sentence: HOSTILE, scope: 'product=Windows NT 4.0; platform=x86' });
    expect(rows[2]).toMatchObject({ version: '5.5.2652.6', size: '1024' });
  });
});

const text = fc.string({ unit: 'binary', maxLength: 40 });
const anyGraph = fc
  .array(fc.record({ label: text, kind: fc.constantFrom(...NODE_KINDS) }), { minLength: 1, maxLength: 8 })
  .chain((nodes) =>
    fc
      .array(
        fc.record({
          source: fc.nat(nodes.length - 1),
          target: fc.nat(nodes.length - 1),
          kind: fc.constantFrom(...EDGE_KINDS),
          basis: fc.constantFrom(...BASES),
          quote: text,
        }),
        { maxLength: 12 },
      )
      .map((edges) => ({ nodes, edges })),
  );

test('whatever a graph holds, each reader counts its nodes and edges and keeps its kinds', () => {
  fc.assert(
    fc.property(anyGraph, ({ nodes, edges }) => {
      const graph: ExportGraph = {
        title: 't',
        source: 's',
        nodes: nodes.map(({ label, kind }, place) => node(`n${place}`, label, { kind })),
        edges: edges.map(({ source, target, quote, ...rest }) =>
          edge(`n${source}`, `n${target}`, { ...rest, evidence: [{ article: '1', from: 0, to: 1, quote }] }),
        ),
      };
      const read = [
        gexfReader.parse(MultiGraph, written(formats.gexf, graph)),
        graphmlReader.parse(MultiGraph, written(formats.graphml, graph)),
        MultiGraph.from(JSON.parse(written(formats.json, graph))),
      ];
      for (const each of read) {
        expect([each.order, each.size]).toEqual([nodes.length, edges.length]);
        expect(each.mapEdges((_, { kind }) => kind)).toEqual(edges.map(({ kind }) => kind));
      }
      const lines = written(formats.nodesCsv, graph);
      expect(rowsOf(lines).map(({ kind }) => kind)).toEqual(nodes.map(({ kind }) => kind));
    }),
    { numRuns: 60 },
  );
});
