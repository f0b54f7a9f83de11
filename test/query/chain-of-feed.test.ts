import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advisories } from '../../src/model/advisories.ts';
import type { GraphView } from '../../src/model/graph-view.ts';
import { buildGraph } from '../../src/pipeline.ts';
import { chain } from '../../src/query/chain.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { FIXTURES } from '../feed/gather.ts';

const DEFINITIONS = fileURLToPath(new URL('../../../shared/feeds/wesng-definitions.zip', import.meta.url));

/**
 * What each update replaces on each platform, row by row: no scope, no edge and no walk of ours. 'Windows 7 (x64)' asks
 * for every service pack, and a name without an architecture for every one.
 */
function rowsByPlatform({ products, rows }: Advisories): Map<string, Map<string, Set<string>>> {
  const asked = new Map(
    products.flatMap(({ platform }) => (platform === null ? [] : [[platform.label, platform] as const])),
  );
  const platforms = new Map([...asked.keys()].map((label) => [label, new Map<string, Set<string>>()]));
  for (const { index, platform } of products) {
    if (platform === null) continue;
    const own = rows(index);
    for (const [label, { family, level, architecture }] of asked) {
      if (platform.family !== family || (level !== null && platform.level !== level)) continue;
      if (architecture !== null && platform.architecture !== null && platform.architecture !== architecture) continue;
      const replaces = platforms.get(label)!;
      for (const { article, supersedes } of own) {
        if (article === null) continue;
        const older = replaces.get(article) ?? new Set<string>();
        replaces.set(article, older);
        for (const id of supersedes) older.add(id);
      }
    }
  }
  return platforms;
}

function closure(replaces: Map<string, Set<string>>, start: string): string[] {
  const seen = new Set([start]);
  for (const id of seen) for (const older of replaces.get(id) ?? []) seen.add(older);
  seen.delete(start);
  return [...seen].filter((id) => /^\d/.test(id)).sort();
}

function olderBy(view: GraphView, id: string, product: string): string[] {
  const answer = chain(view, id, { product, direction: 'older', stated: true, limit: 100_000 });
  const members = answer?.chains[0]?.older?.members ?? [];
  return members.flatMap(({ id: own, kind }) => (kind === 'article' ? own.slice('article:'.length) : [])).sort();
}

async function check(paths: readonly string[], runs: number): Promise<void> {
  const out = temporaryFolder()('feed.db');
  await buildGraph(paths, { out });
  const store = openStore(out);
  const platforms = [...rowsByPlatform(store.advisories()!)].map(([label, replaces]) => ({
    label,
    replaces,
    updates: [...replaces.keys()].filter((id) => /^\d/.test(id)),
  }));
  const asked = platforms.filter(({ updates }) => updates.length > 0);
  const question = fc
    .record({ platform: fc.nat(asked.length - 1), update: fc.nat() })
    .map(({ platform, update }) => ({ ...asked[platform]!, update }));
  fc.assert(
    fc.property(question, ({ label, replaces, updates, update }) => {
      const id = updates[update % updates.length]!;
      expect([label, id, olderBy(store, id, label)]).toEqual([label, id, closure(replaces, id)]);
    }),
    { numRuns: runs },
  );
  store.close();
}

describe('chain over what a feed says', () => {
  it('is, for every platform, the closure of its rows', () => check([`${FIXTURES}wesng`], 50));

  it.skipIf(!existsSync(DEFINITIONS))(
    'is the closure of the rows of the whole WES-NG definitions',
    () => check([DEFINITIONS], 300),
    300_000,
  );
});
