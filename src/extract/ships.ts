import type { Article } from '../model/article.ts';
import type { Relation, Scope, ShipsRelation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { type ShippedRow, shippedRows } from './file-rows/file-tables.ts';
import { scopesOf } from './file-rows/row-scope.ts';
import { bodyOf } from './reading/body.ts';
import type { Reading } from './reading/reading.ts';

/** The rows of file tables and lists that a fix delivers: '05-Jul-2001  15:04  5.131.1877.9  371,472  Crypt32.dll  Intel'. */
export const ships: Extractor = {
  name: 'ships',
  extract(article, reading): Relation[] {
    if (!mayHoldFiles(article)) return [];
    const rows = shippedRows(article);
    return rows.length > 0 ? relationsOf(article, reading, rows) : [];
  },
};

/** 'the following file attributes', 'these file attributes', 'with the following time stamp': before a table or list. */
const ANNOUNCED =
  /following[^.:]{0,60}\b(?:files?|filenames?|tables?|attributes|fix|hotfix|updates?|patch|driver|(?:time|date)[ -]?stamps?|details|dates?|versions?)\b|\bthese file attributes\b/i;
/** 'File name  Version', '| Filename | Size |', 'File nameFile version': the head of a table. */
const HEADED = /\bfile ?(?:name|identifier)s?(?= {2}| ?[|\t\r\n]| ?(?:file|version|date|size))/i;

/** A file's name, and beside it a date or a word that announces files. */
const FILE = /[\w$~]\.[A-Za-z][A-Za-z0-9_]/;
const DATE = /\d[-/](?:\d\d?|[A-Za-z]{3})[-/]\d\d/;
const FILES =
  /\bfiles?\b[^.]{0,120}:|file ?name|\bfiles? (?:attributes|version|identifier)|following (?:\w+ ){0,4}files?/i;

/** Most articles hold no file table: they are told by a few quick looks. */
function mayHoldFiles(article: Article): boolean {
  const view = bodyOf(article);
  return FILE.test(view) && (DATE.test(view) || FILES.test(view)) && (ANNOUNCED.test(view) || HEADED.test(view));
}

/** One relation for each file, version, platform and scope: identical rows count once. */
function relationsOf(article: Article, reading: Reading, rows: readonly ShippedRow[]): ShipsRelation[] {
  const described = new Set(rows.filter(({ row }) => row.values > 0).map(({ name }) => name));
  const relations = new Map<string, ShipsRelation>();
  const scopes = scopesOf(article, reading, rows);
  for (const [i, shipped] of rows.entries()) {
    // 'Copy Netlogon.dll' names again what a table has described.
    if (shipped.row.values === 0 && described.has(shipped.name)) continue;
    for (const scope of scopes[i]!) {
      const relation = relationOf(article, shipped, scope);
      const key = JSON.stringify([relation.target.file, relation.version, relation.platform, scope]);
      if (!relations.has(key)) relations.set(key, relation);
    }
  }
  return [...relations.values()];
}

function relationOf(article: Article, { row, name, platform, from, to }: ShippedRow, scope: Scope): ShipsRelation {
  return {
    type: 'ships',
    target: { file: name },
    version: row.version,
    platform,
    date: row.date,
    size: row.size,
    evidence: [{ from, to, quote: article.text.slice(from, to) }],
    ...(Object.keys(scope).length > 0 ? { scope } : {}),
  };
}
