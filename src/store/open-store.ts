import { statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { UsageError } from '../model/diagnostic.ts';
import type { GraphEdge, KnowledgeGraph } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { createAdvisoryReader } from './advisory-reader.ts';
import { createArticleReader } from './article-reader.ts';
import { guardDamage } from './damage.ts';
import { createGraphReader } from './graph-reader.ts';
import { type PackedMap, readMap } from './map-record.ts';
import { createRecordReader } from './record-reader.ts';
import { FORMAT_VERSION } from './schema.ts';
import { openSeal, type Seal } from './seal.ts';
import { createSearcher } from './searcher.ts';
import { verifyRecords } from './verify-records.ts';

/** What `verify` found whole. */
export interface Verification {
  file: string;
  format: number;
  bytes: number;
  nodes: number;
  edges: number;
  articles: number;
  /** The date of the data, as in the build report. */
  dataDate: string | null;
}

/** A graph on disk, read as it is asked. Whatever it finds damaged it refuses with UsageError 'store-damaged'. */
export interface Store extends GraphView {
  /** Checks every byte, record and index. */
  verify(): Verification;
  /** The graph as the explorer reads it; null for a store that was built before it was kept. */
  packedMap(): PackedMap | null;
  /** The whole graph, in memory. */
  loadGraph(): KnowledgeGraph;
  close(): void;
}

/** Opens a store; throws UsageError when it is missing, no store, of another format, or damaged. */
export function openStore(file: string): Store {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new UsageError('store-missing', `There is no graph at ${file}. Build one: kbgraph build PATH...`);
  if (!stat.isFile()) throw new UsageError('not-a-store', `${file} is not a file.`);
  const seal = openSeal(file);
  try {
    return createStore(file, stat.size, seal);
  } catch (error) {
    seal.close();
    throw error;
  }
}

function createStore(file: string, bytes: number, seal: Seal): Store {
  const db = guardDamage(file, () => new DatabaseSync(file, { readOnly: true }));
  let isWhole = false;
  // What SQLite's search index answers is held by no record's checksum: those of the whole file stand in.
  const requireWhole = () => {
    if (isWhole) return;
    seal.verify();
    isWhole = true;
  };
  const records = createRecordReader(db, file);
  const graph = createGraphReader(records);
  const articles = createArticleReader(records, graph);
  const search = createSearcher(records, articles, requireWhole);
  const { nodes: nodeCount, edges: edgeCount, articles: articleCount } = records.summary;

  const { copies, article } = articles;
  const { copiesOf: _copiesOf, allEdges: _allEdges, ...view } = graph;
  const store: Store = {
    nodeCount,
    edgeCount,
    articleCount,
    get report() {
      return records.report();
    },
    ...view,
    copies,
    article,
    ...search,
    advisories: createAdvisoryReader(records),
    verify() {
      isWhole = false;
      requireWhole();
      verifyRecords(db, records, graph.map(), graph.ends());
      return {
        file,
        format: FORMAT_VERSION,
        bytes,
        nodes: nodeCount,
        edges: edgeCount,
        articles: articleCount,
        dataDate: records.report().dataDate,
      };
    },
    packedMap: () => readMap(records),
    loadGraph: () => {
      const nodes = [...graph.nodes()].map(({ node }) => node);
      const edges = new Array<GraphEdge>(edgeCount);
      for (const edge of graph.allEdges()) {
        const { index, ...rest } = edge;
        edges[index] = rest;
      }
      return { nodes, edges, map: graph.map(), report: records.report() };
    },
    close() {
      if (!db.isOpen) return;
      db.close();
      seal.close();
    },
  };
  return store;
}
