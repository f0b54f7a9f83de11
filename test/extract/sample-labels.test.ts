import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import { RELATION_TYPES, type Relation, type RelationType } from '../../src/model/relation.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { sampleFiles } from '../sample-archive.ts';

/** What a careful reader takes from one article of the sample archive; `file` is its path in data/. */
type Label = { id: string; file: string } & Partial<Record<RelationType, unknown[]>>;

const labels = JSON.parse(
  readFileSync(new URL('../fixtures/sample/labels.json', import.meta.url), 'utf8'),
) as readonly Label[];

/** Names are compared by their words, in any order: 'Windows NT Server 4.0' and 'Windows NT 4.0 Server' are one. */
const words = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:microsoft|versions?|the)\b|[(),]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ');

const PLATFORMS: Record<string, string> = { intel: 'x86', i386: 'x86', '32-bit': 'x86' };
const platform = (name: string | null | undefined): string =>
  PLATFORMS[name?.toLowerCase() ?? ''] ?? name?.toLowerCase() ?? '';

function labelled(type: RelationType, entry: unknown): string {
  if (typeof entry === 'string') return words(entry);
  const said = entry as Record<string, string | null>;
  if (type === 'ships') return `${said.name?.toLowerCase()} ${said.version ?? ''} ${platform(said.platform)}`.trim();
  return words(Object.values(said).find((value) => typeof value === 'string') ?? '');
}

const stated = (relation: Relation): string =>
  relation.type === 'ships'
    ? `${relation.target.file.toLowerCase()} ${relation.version ?? ''} ${platform(relation.platform)}`.trim()
    : words(String(Object.values(relation.target)[0]));

describe('the sample archive, as its articles were labelled by hand', () => {
  it.each(RELATION_TYPES)('gives %s with an F1 of 0.95 or more', (type) => {
    const missed: string[] = [];
    const extra: string[] = [];
    let hits = 0;
    for (const label of labels) {
      const file = sampleFiles.find(({ name }) => name === label.file);
      const article = file && parseSource(file, () => undefined).find(({ id }) => id === label.id);
      const got = new Set((article ? extractRelations(article) : []).filter((r) => r.type === type).map(stated));
      const want = new Set((label[type] ?? []).map((entry) => labelled(type, entry)));
      for (const key of want) if (got.has(key)) hits++;
      for (const key of want) if (!got.has(key)) missed.push(`${label.id} ${key}`);
      for (const key of got) if (!want.has(key)) extra.push(`${label.id} ${key}`);
    }
    const f1 = (2 * hits) / (2 * hits + missed.length + extra.length);
    expect(f1, JSON.stringify({ missed, extra })).toBeGreaterThanOrEqual(0.95);
  });
});
