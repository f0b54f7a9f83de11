import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import type { SourceFile } from '../../src/model/source-file.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { readSources } from '../../src/read/read-sources.ts';

/** Labels made by hand, kept outside the project; where they are absent, these tests skip and say so. */
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const gold = `${shared}gold/`;
const present = existsSync(`${gold}score.mjs`) && existsSync(`${shared}corpus/kbarchive-q-articles.tar.gz`);
if (!present)
  console.log('skipped: there are no labels at ../shared/gold, so the quality of extraction is not measured');

/** The least F1 that each set of labels must reach, by relation; `all` is over every relation that the set labels. */
const FLOORS: Record<string, { scope?: true; least: Record<string, number> }> = {
  'seeds/labels.json': { least: { all: 1 } },
  'q-articles/labels.json': {
    least: {
      references: 0.99,
      appliesTo: 0.97,
      ships: 0.95,
      fixedIn: 0.95,
      includes: 0.95,
      requires: 0.85,
      brokenBy: 0.8,
      supersedes: 0.8,
      supersededBy: 0.8,
    },
  },
  'q-articles/labels-supersession.json': { least: { all: 0.85 } },
  'q-articles/labels-requires.json': { least: { all: 0.85 } },
  'q-articles/labels-broken.json': { least: { brokenBy: 0.8, fixedIn: 0.9 } },
  'q-articles/labels-scope.json': { scope: true, least: { all: 0.85 } },
  'dialects/labels.json': { least: { all: 0.93 } },
};

const records = new Map<string, string[]>();

async function record(set: string, paths: string[], wanted: (name: string) => boolean): Promise<void> {
  const lines: string[] = [];
  const read = (source: SourceFile): void => {
    for (const article of parseSource(source, () => undefined)) {
      lines.push(JSON.stringify({ id: article.id, relations: extractRelations(article) }));
    }
  };
  for await (const source of readSources(paths, () => undefined)) if (wanted(source.name)) read(source);
  records.set(set, lines);
}

beforeAll(async () => {
  if (!present) return;
  const ids = new Set<string>();
  for (const set of Object.keys(FLOORS)) {
    for (const label of JSON.parse(readFileSync(gold + set, 'utf8')) as { id: string }[]) ids.add(label.id);
  }
  await record('seeds', [`${shared}seeds`], () => true);
  await record('dialects', [`${gold}dialects`], (name) => name.endsWith('.txt'));
  await record('q-articles', [`${shared}corpus/kbarchive-q-articles.tar.gz`], (name) =>
    ids.has(/Q(\d+)\.TXT$/.exec(name)?.[1] ?? ''),
  );
}, 120_000);

describe.skipIf(!present)('relations against labels made by hand', () => {
  it.each(Object.entries(FLOORS))('reach the floor of %s', (set, { scope, least }) => {
    const input = records.get(set.split('/')[0]!)!.join('\n');
    const args = [`${gold}score.mjs`, gold + set, ...(scope ? ['--scope'] : [])];
    const table = execFileSync(process.execPath, args, { input, encoding: 'utf8' });
    const f1 = new Map(
      [...table.matchAll(/^(\w+) +\d+ +\d+ +\d+ +\d+ +[\d.]+ +[\d.]+ +([\d.]+)$/gm)].map((m) => [m[1]!, Number(m[2])]),
    );
    for (const [relation, floor] of Object.entries(least)) {
      expect(f1.get(relation), `${relation} of ${set}`).toBeGreaterThanOrEqual(floor);
    }
  });
});
