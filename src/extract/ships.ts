import type { Article } from '../model/article.ts';
import type { Relation, Scope, ShipsRelation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { type ShippedRow, shippedRows } from './file-rows/file-tables.ts';

/** The rows of file tables and lists that a fix delivers: '05-Jul-2001  15:04  5.131.1877.9  371,472  Crypt32.dll  Intel'. */
export const ships: Extractor = {
  name: 'ships',
  extract(article): Relation[] {
    return extractShips(article);
  },
};

export function extractShips(article: Article): ShipsRelation[] {
  if (!mayHoldFiles(article)) return [];
  const relations = new Map<string, ShipsRelation>();
  const rows = shippedRows(article);
  const described = new Set(rows.filter(({ row }) => row.values > 0).map(({ name }) => name));
  for (const shipped of rows) {
    // 'Copy Netlogon.dll' names again what a table has described.
    if (shipped.row.values === 0 && described.has(shipped.name)) continue;
    const relation = relationOf(article, shipped);
    const key = JSON.stringify([relation.target.file, relation.version, relation.platform, relation.scope ?? null]);
    // Identical rows count once.
    if (!relations.has(key)) relations.set(key, relation);
  }
  return [...relations.values()];
}

const HINT = /file attributes|file ?name|following[^.:]{0,40}\b(?:files?|fix|hotfix|update)\b|stamps?\b|updated files/i;

function mayHoldFiles(article: Article): boolean {
  return HINT.test(article.view);
}

function relationOf(article: Article, { row, name, platform, from, to }: ShippedRow): ShipsRelation {
  const scope: Scope = {};
  if (row.branch) scope.branch = row.branch;
  if (row.baseline) scope.baseline = row.baseline;
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
