import type { EdgeKind, GraphMap, GraphNode, MapRegion } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { type Direction, readDegrees, readEdges } from './adjacency-codec.ts';
import { nameKey } from './name-key.ts';
import type { RecordReader, Row } from './record-reader.ts';
import type { NodeRecord } from './records.ts';

const BATCH = 'WHERE idx >= ? ORDER BY idx LIMIT 1000';

/** The nodes, the edges and the map. */
export interface GraphReader
  extends Pick<
    GraphView,
    'node' | 'indexOf' | 'named' | 'nodes' | 'edgesFrom' | 'edgesTo' | 'degrees' | 'map' | 'importance' | 'ends'
  > {
  /** Every edge, ordered by its source: much faster than node by node. */
  allEdges(): Iterable<EdgeView>;
  /** How many copies of an article have text, by the node's own record; null when the article is no node. */
  copiesOf(article: string): number | null;
}

/** Reads a node, and one direction of its edges, as one record each. */
export function createGraphReader(records: RecordReader): GraphReader {
  const { nodes: nodeCount } = records.summary;
  const byIndex = records.query('SELECT idx, id, data, crc FROM node WHERE idx = ?');
  const byId = records.query('SELECT idx, id, data, crc FROM node WHERE id = ?');
  const nodeBatch = records.query(`SELECT idx, id, data, crc FROM node ${BATCH}`);
  const byName = records.query('SELECT data, crc FROM name WHERE key = ?');
  const adjacency = {
    from: records.query('SELECT from_data AS data, from_crc AS crc FROM adjacency WHERE idx = ?'),
    to: records.query('SELECT to_data AS data, to_crc AS crc FROM adjacency WHERE idx = ?'),
  };

  const edgeBatch = records.query(`SELECT idx, from_data AS data, from_crc AS crc FROM adjacency ${BATCH}`);
  /** Rows with every index from 0 on, in batches. */
  function* rowsInOrder(batch: ReturnType<RecordReader['query']>, what: string): Generator<Row & { idx: number }> {
    for (let index = 0; index < nodeCount; ) {
      const rows = batch.all(index);
      if (rows.length === 0) throw records.damaged(`${what} of node ${index} is missing`);
      for (const row of rows) {
        if (row.idx !== index) throw records.damaged(`${what} of node ${index} is missing`);
        yield row as Row & { idx: number };
        index++;
      }
    }
  }

  const requireNode = (index: number) => {
    if (!(Number.isInteger(index) && index >= 0 && index < nodeCount)) {
      throw new RangeError(`There is no node ${index}: there are ${nodeCount}, counted from 0.`);
    }
  };
  const decode = (row: Row): NodeRecord =>
    JSON.parse(records.checked(`node/${row.idx}/${row.id}`, row.data, row.crc).toString());
  const rowOf = (id: string): Row | null => {
    const row = byId.get(id);
    if (row) return row;
    records.requireAbsent('node', id);
    return null;
  };
  const edgeRecord = (index: number, direction: Direction): Buffer => {
    requireNode(index);
    const row = adjacency[direction].get(index);
    if (!row) throw records.damaged(`the edges of node ${index} are missing`);
    return records.checked(`${direction}/${index}`, row.data, row.crc);
  };
  const edges = (index: number, direction: Direction, kinds?: readonly EdgeKind[]): EdgeView[] =>
    readEdges(edgeRecord(index, direction), index, direction, records.rules(), kinds);

  let importance: Float32Array | undefined;
  const floats = (name: string) => new Float32Array(copyOf(records.section(name)));

  return {
    node(index) {
      requireNode(index);
      const row = byIndex.get(index);
      if (!row) throw records.damaged(`node ${index} is missing`);
      return withoutCopies(decode(row));
    },
    indexOf(id) {
      const row = rowOf(id);
      if (!row) return null;
      decode(row);
      return row.idx as number;
    },
    named(name) {
      const key = nameKey(name);
      if (key === '') return [];
      const row = byName.get(key);
      if (row) return JSON.parse(records.checked(`name/${key}`, row.data, row.crc).toString());
      records.requireAbsent('name', key);
      return [];
    },
    *nodes(kind) {
      for (const row of rowsInOrder(nodeBatch, 'the record')) {
        const node = withoutCopies(decode(row));
        if (kind === undefined || node.kind === kind) yield { index: row.idx, node };
      }
    },
    *allEdges() {
      for (const { idx, data, crc } of rowsInOrder(edgeBatch, 'the edge record')) {
        yield* readEdges(records.checked(`from/${idx}`, data, crc), idx, 'from', records.rules());
      }
    },
    edgesFrom: (index, kinds) => edges(index, 'from', kinds),
    edgesTo: (index, kinds) => edges(index, 'to', kinds),
    degrees: (index) => ({ from: readDegrees(edgeRecord(index, 'from')), to: readDegrees(edgeRecord(index, 'to')) }),
    map: (): GraphMap => ({
      x: floats('map.x'),
      y: floats('map.y'),
      community: new Uint32Array(copyOf(records.section('map.community'))),
      importance: floats('map.importance'),
      regions: records.json<MapRegion[]>('map.regions'),
    }),
    ends: () => ({
      sources: new Uint32Array(copyOf(records.section('ends.sources'))),
      targets: new Uint32Array(copyOf(records.section('ends.targets'))),
      kinds: new Uint8Array(copyOf(records.section('ends.kinds'))),
      bases: new Uint8Array(copyOf(records.section('ends.bases'))),
    }),
    importance(index) {
      requireNode(index);
      importance ??= floats('map.importance');
      return importance[index]!;
    },
    copiesOf(article) {
      const row = rowOf(`article:${article}`);
      return row ? (decode(row).copies ?? 0) : null;
    },
  };
}

function withoutCopies({ copies: _, ...node }: NodeRecord): GraphNode {
  return node;
}

/** A buffer of its own, which typed arrays need for their alignment. */
function copyOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
