import type { ExtractedArticle } from '../../src/model/extracted.ts';
import type { EdgeKind, GraphEdge, GraphNode, KnowledgeGraph, NodeKind } from '../../src/model/graph.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const QUEUE_FIX = `The message queue loses its order

The information in this article applies to:

 - Post Office Server 5.5

SYMPTOMS
========
The queue may lose the order of its messages; a backup program then stops responding.

RESOLUTION
==========
This hotfix has been replaced by the hotfix in article Q910002. Install Post Office Server 5.5 SP3 first.
`;
const SECOND_FIX = `The message queue stops while it is sorted

SYMPTOMS
========
Sorting the queue raises an access violation in Queue.dll.

MORE INFORMATION
================
The hotfix contains Queue.dll 5.5.2650.1 for x86. It replaces the hotfix in article Q910001.
`;
const OLDER_COPY = 'An older copy of the note on queues. See Q910001.';
const NEWER_COPY = 'Preface of another article.\nA note on queues, revised. See Q910001, which describes the queue.';

function article(id: string, title: string, text: string, more: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return {
    id,
    dialect: 'fixture',
    title,
    modified: '2000-05-01',
    category: 'postoffice',
    source: `notes.zip!${id}.txt`,
    span: { from: 0, to: text.length },
    text,
    keywords: ['kbfix'],
    relations: [],
    ...more,
  };
}

/** The articles, each with the ordinal of its copy. */
export const articles: readonly (readonly [ExtractedArticle, number])[] = [
  [article('910001', 'The message queue loses its order', QUEUE_FIX), 0],
  [article('910002', 'The message queue stops while it is sorted', SECOND_FIX, { modified: '2000-06-01' }), 0],
  [article('910003', 'A note on queues', OLDER_COPY, { modified: '1999-01-01' }), 0],
  [
    article('910003', 'A note on queues, revised', NEWER_COPY.slice(28), { span: { from: 28, to: NEWER_COPY.length } }),
    1,
  ],
  [article('reading-list', 'A list without a number', 'Read about the information store and about backup.'), 0],
];

function node(kind: NodeKind, key: string, label: string, more: Partial<GraphNode> = {}): GraphNode {
  return { id: `${kind}:${key}`, kind, label, status: null, date: null, attributes: {}, ...more };
}

const present = (key: string, label: string, date: string | null, attributes = {}): GraphNode =>
  node('article', key, label, { status: 'present', date, attributes: { dialect: 'fixture', ...attributes } });

const nodes: GraphNode[] = [
  present('910001', 'The message queue loses its order', '2000-05-01', { category: 'postoffice', keywords: ['kbfix'] }),
  present('910002', 'The message queue stops while it is sorted', '2000-06-01'),
  present('910003', 'A note on queues, revised', '2000-05-01', { copy: 1 }),
  present('reading-list', 'A list without a number', '2000-05-01'),
  node('article', '910777', 'Queues in general', { status: 'cited' }),
  node('file', 'queue.dll', 'queue.dll'),
  node('product', 'post-office-server-5.5', 'Post Office Server 5.5', {
    attributes: { version: '5.5', aliases: ['Microsoft Post Office Server, version 5.5', 'POS 5.5'] },
  }),
  node('service-pack', 'post-office-server-5.5-sp3', 'Post Office Server 5.5 SP3', {
    attributes: { family: 'post-office-server', level: '3' },
  }),
  node('family', 'post-office-server', 'Post Office Server'),
  node('fix', 'queue2-fix', 'Queue2-fix'),
  node('fix', 'ms99-071', 'MS99-071'),
  node('cve', '1999-0710', 'CVE-1999-0710'),
  node('file', 'sort.exe', 'sort.exe'),
];

const indexes = new Map(nodes.map(({ id }, index) => [id, index]));

function edge(from: string, kind: EdgeKind, to: string, more: Partial<GraphEdge> = {}): GraphEdge {
  return {
    kind,
    source: indexes.get(from)!,
    target: indexes.get(to)!,
    basis: 'stated',
    rule: `extract/${kind}`,
    scope: null,
    evidence: [],
    group: null,
    orLater: false,
    file: null,
    ...more,
  };
}

/** Evidence where a quote stands in a copy's text. */
function at(quote: string, articleNumber: string, copy = 0) {
  const [{ text, span }] = articles.find(([{ id }, ordinal]) => id === articleNumber && ordinal === copy)!;
  const from = span.from + text.indexOf(quote);
  return { article: articleNumber, copy, from, to: from + quote.length };
}

export const QUOTES = {
  replaced: 'This hotfix has been replaced by the hotfix in article Q910002.',
  replaces: 'It replaces the hotfix in article Q910001.',
  see: 'See Q910001',
};

const edges: GraphEdge[] = [
  edge('article:910002', 'supersedes', 'article:910001', {
    evidence: [at(QUOTES.replaced, '910001'), at(QUOTES.replaces, '910002')],
  }),
  edge('article:910003', 'references', 'article:910001', {
    evidence: [at(QUOTES.see, '910003', 0), at(QUOTES.see, '910003', 1)],
  }),
  edge('article:910001', 'requires', 'service-pack:post-office-server-5.5-sp3', {
    evidence: [at('Install Post Office Server 5.5 SP3 first.', '910001')],
    scope: { product: 'Post Office Server 5.5', platform: 'x86', language: 'English' },
    group: 3,
    orLater: true,
  }),
  edge('article:910002', 'ships', 'file:queue.dll', {
    evidence: [at('Queue.dll 5.5.2650.1 for x86', '910002')],
    scope: { branch: 'GDR', baseline: 'SP1', release: 'May 2000' },
    file: { version: '5.5.2650.1', platform: 'x86', date: '2000-05-01', size: 6_000_000_000 },
  }),
  edge('article:910002', 'ships', 'file:sort.exe', { file: { version: null, platform: null, date: null, size: null } }),
  edge('article:910001', 'applies-to', 'product:post-office-server-5.5', { scope: {} }),
  edge('product:post-office-server-5.5', 'part-of', 'family:post-office-server', {
    basis: 'inferred',
    rule: 'graph/family',
  }),
  edge('article:910002', 'addresses', 'cve:1999-0710', { basis: 'feed', rule: 'feed/fixture' }),
  edge('article:910001', 'references', 'article:910777'),
  edge('article:reading-list', 'references', 'article:910001', {
    evidence: [at('the information store', 'reading-list')],
  }),
];

/** A graph of a made-up product, with every field of nodes and edges in use. */
export const graph: KnowledgeGraph = {
  nodes,
  edges,
  map: {
    x: Float32Array.from(nodes, (_, index) => index * 1.5),
    y: Float32Array.from(nodes, (_, index) => -index),
    community: Uint32Array.from(nodes, (_, index) => index % 3),
    importance: Float32Array.from(nodes, (_, index) => 1 / (index + 1)),
    regions: [{ label: 'Post Office Server', x: 1, y: 2, radius: 3, size: nodes.length }],
  },
  report: {
    builtAt: '2020-01-01T00:00:00.000Z',
    dataDate: '2000-06-01',
    paths: ['notes.zip'],
    filesRead: 6,
    feeds: [],
    articles: 5,
    lacking: { id: 1, title: 0, date: 0, category: 0, product: 3 },
    byDialect: { fixture: 5 },
    diagnostics: { 'read/not-text': { count: 1, examples: ['notes.zip!x.bin: This is not text.'] } },
    danglingIds: 1,
    nodesByKind: { article: 5, file: 2 },
    edgesByKind: { references: 3 },
    edgesByBasis: { stated: 3 },
    inferredByRule: {},
  },
};

/** Writes the small graph to a file. */
export function writeSmallStore(file: string): void {
  const writer = createStoreWriter(file);
  for (const [each, copy] of articles) writer.addArticle(each, copy);
  writer.finish(graph);
}

/** A store of the small graph, for the running test. */
export function smallStore(): Store {
  const file = temporaryFolder()('small.db');
  writeSmallStore(file);
  return openStore(file);
}
