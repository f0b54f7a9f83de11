import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { createMapSections } from '../graph/map/map-sections.ts';
import { TEXT_COLUMNS } from '../model/advisories.ts';
import { UsageError } from '../model/diagnostic.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { GraphNode, KnowledgeGraph } from '../model/graph.ts';
import { encodeAdjacency } from './adjacency-codec.ts';
import { writeAdvisories } from './advisory-codec.ts';
import { createByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import { encodeKeys } from './key-list.ts';
import { packMap } from './map-record.ts';
import { kindWord } from './match-expression.ts';
import { nameKey } from './name-key.ts';
import { type ArticleHeader, articleKey, END_COLUMNS, MAP_ARRAYS, type NodeRecord, type Summary } from './records.ts';
import { APPLICATION_ID, FORMAT_VERSION, INDEXES, SCHEMA } from './schema.ts';
import { sealFile } from './seal.ts';
import { createTextBlocks } from './text-blocks.ts';

/** Writes a store beside its target, and puts it in the target's place when it is whole. */
export interface StoreWriter {
  /** Keeps a copy of an article: its text, and the words of it for the search. */
  addArticle(article: ExtractedArticle, copy: number): void;
  /** Adds the graph and replaces the target file, in one step. */
  finish(graph: KnowledgeGraph): void;
  /** Leaves the target as it was. */
  abort(): void;
}

/** Begins a store; throws UsageError when there is no place for it. */
export function createStoreWriter(file: string): StoreWriter {
  const part = `${file}.${process.pid}.part`;
  const db = openPart(file, part);
  db.exec(SCHEMA);
  db.exec('BEGIN');
  const insertArticle = db.prepare('INSERT INTO article VALUES (?, ?, ?, ?, ?)');
  const insertText = db.prepare('INSERT INTO text_search (rowid, title, body) VALUES (?, ?, ?)');
  const insertBlock = db.prepare('INSERT INTO block VALUES (?, ?, ?)');
  const blocks = createTextBlocks((block, data) => {
    insertBlock.run(block, data, checksum(`block/${block}`, data));
  });
  const articleKeys: string[] = [];
  let isDone = false;
  const end = () => {
    if (isDone) throw new UsageError('store-closed', 'This store has been finished or given up.');
    isDone = true;
  };

  return {
    addArticle({ id, text, relations: _, span, ...header }, copy) {
      const number = articleKeys.push(articleKey(id, copy));
      const record: ArticleHeader = { ...header, offset: span.from, place: blocks.add(text) };
      const data = Buffer.from(JSON.stringify(record));
      insertArticle.run(number, id, copy, data, checksum(`article/${number}/${articleKey(id, copy)}`, data));
      insertText.run(number, header.title, text);
    },
    finish(graph) {
      end();
      try {
        blocks.flush();
        writeGraph(db, graph, articleKeys);
        db.exec("INSERT INTO text_search(text_search) VALUES('optimize')");
        db.exec('COMMIT');
        db.close();
        sealFile(part);
        renameSync(part, file);
        syncFolder(dirname(file));
      } catch (error) {
        if (db.isOpen) db.close();
        rmSync(part, { force: true });
        throw error;
      }
    },
    abort() {
      if (isDone) return;
      end();
      db.close();
      rmSync(part, { force: true });
    },
  };
}

function openPart(file: string, part: string): DatabaseSyncInstance {
  const folder = dirname(file);
  if (!isFolder(folder)) throw new UsageError('no-folder', `There is no folder ${folder} for the graph.`);
  if (isFolder(file)) throw new UsageError('store-is-folder', `${file} is a folder; name a file for the graph.`);
  try {
    rmSync(part, { force: true });
    const db = new DatabaseSync(part, { defensive: false });
    // Nothing is worth recovering before the rename, so nothing is written twice or waited for;
    // SQLite keeps its journal unless it may do what is dangerous elsewhere.
    db.exec(`
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA cache_size = -65536;
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${FORMAT_VERSION};
    `);
    return db;
  } catch (error) {
    throw new UsageError('store-not-writable', `${file} cannot be written: ${(error as Error).message}.`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function writeGraph(
  db: DatabaseSyncInstance,
  { nodes, edges, map, report, advisories }: KnowledgeGraph,
  articleKeys: readonly string[],
): void {
  const insertNode = db.prepare('INSERT INTO node VALUES (?, ?, ?, ?)');
  const insertNames = db.prepare('INSERT INTO name_search (rowid, name, kind) VALUES (?, ?, ?)');
  const copies = countCopies(articleKeys);
  const byName = new Map<string, number[]>();
  nodes.forEach((node, index) => {
    const record: NodeRecord = node.kind === 'article' ? { ...node, copies: copies.get(keyOf(node)) ?? 0 } : node;
    const data = Buffer.from(JSON.stringify(record));
    insertNode.run(index, node.id, data, checksum(`node/${index}/${node.id}`, data));
    const names = namesOf(node);
    insertNames.run(index, names.join(' | '), kindWord(node.kind));
    if (node.kind === 'article') return; // found by number; titles are for the search
    for (const key of new Set(names.map(nameKey))) {
      const named = byName.get(key);
      if (named) named.push(index);
      else byName.set(key, [index]);
    }
  });

  const insertName = db.prepare('INSERT INTO name VALUES (?, ?, ?)');
  for (const [key, indexes] of byName) {
    const data = Buffer.from(JSON.stringify(indexes));
    insertName.run(key, data, checksum(`name/${key}`, data));
  }

  const insertAdjacency = db.prepare('INSERT INTO adjacency VALUES (?, ?, ?, ?, ?)');
  const adjacency = encodeAdjacency(edges, nodes.length);
  for (let node = 0; node < nodes.length; node++) {
    const from = adjacency.record(node, 'from');
    const to = adjacency.record(node, 'to');
    insertAdjacency.run(node, checksum(`from/${node}`, from), checksum(`to/${node}`, to), from, to);
  }

  const insertSection = db.prepare('INSERT INTO section VALUES (?, ?, ?)');
  const section = (name: string, data: Uint8Array) => insertSection.run(name, data, checksum(`section/${name}`, data));
  const json = (name: string, value: unknown) => section(name, Buffer.from(JSON.stringify(value)));
  const rows = advisories?.columns.record.length ?? 0;
  const counts = { nodes: nodes.length, edges: edges.length, articles: articleKeys.length, advisories: rows };
  json('summary', counts satisfies Summary);
  if (advisories !== undefined && rows > 0) {
    json('advisories.sources', advisories.sources);
    json('advisories.products', advisories.products);
    for (const column of TEXT_COLUMNS) json(`advisories.${column}`, advisories.texts[column]);
    const insertRows = db.prepare('INSERT INTO advisory VALUES (?, ?, ?)');
    const ofProduct = createByteWriter();
    for (let product = 0; product < advisories.products.length; product++) {
      ofProduct.clear();
      writeAdvisories(advisories, product, ofProduct);
      insertRows.run(product, ofProduct.view(), checksum(`advisory/${product}`, ofProduct.view()));
    }
  }
  json('report', report);
  json('rules', adjacency.rules);
  json('map.regions', map.regions);
  const array = (name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float32Array) =>
    section(name, new Uint8Array(buffer, byteOffset, byteLength));
  for (const name of MAP_ARRAYS) array(`map.${name}`, map[name]);
  for (const name of END_COLUMNS) array(`ends.${name}`, adjacency.ends[name]);
  for (const [name, data] of packMap(createMapSections({ nodes, edges, map }))) section(name, data);
  json('words', readWords(db));
  section('keys.node', encodeKeys(nodes.map((node) => node.id)));
  section('keys.name', encodeKeys(byName.keys()));
  section('keys.article', encodeKeys(articleKeys));
  db.exec(INDEXES);
}

/** The words of names that a slip of the hand could have meant, with how many names hold them. */
function readWords(db: DatabaseSyncInstance): [string, number][] {
  db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'name_search', 'col')");
  const rows = db.prepare("SELECT term, doc FROM temp.vocabulary WHERE col = 'name'").all() as {
    term: string;
    doc: number;
  }[];
  db.exec('DROP TABLE temp.vocabulary');
  return rows.filter(({ term }) => term.length >= 3 && /^\p{L}/u.test(term)).map(({ term, doc }) => [term, doc]);
}

function countCopies(articleKeys: readonly string[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const key of articleKeys) {
    const id = key.slice(key.indexOf('/') + 1);
    copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  return copies;
}

function namesOf(node: GraphNode): string[] {
  return [...new Set([node.label, keyOf(node), ...(node.attributes.aliases ?? [])])];
}

function keyOf(node: GraphNode): string {
  return node.id.slice(node.kind.length + 1);
}

/** A rename is only on the disk when its folder is; where folders cannot be synced, the system sees to it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
