import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sealFile } from '../../src/store/seal.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { FIXTURES, gather, rowsOf } from '../feed/gather.ts';

const FILE = 'wesng/CVEs_20190620.csv';

async function storeOf(file: string): Promise<string> {
  const out = temporaryFolder()('feeds.db');
  await buildGraph([`${FIXTURES}${file}`], { out });
  return out;
}

describe('advisories in a store', () => {
  it('come back row for row, by product', async () => {
    const store = openStore(await storeOf(FILE));
    const { table } = await gather(FILE);
    const advisories = store.advisories();
    expect(advisories?.products).toEqual(table.products);
    const rows = advisories?.products.flatMap(({ index, key, names }) =>
      advisories.rows(index).map((row) => ({
        record: row.record,
        key,
        name: names[row.spelling],
        article: row.article ?? '',
        cve: row.cve ?? '',
        title: row.title,
        component: row.component,
        severity: row.severity,
        impact: row.impact,
        date: row.date ?? '',
        supersedes: row.supersedes.join(';'),
        exploits: row.exploits.join(' '),
        build: row.build ?? '',
      })),
    );
    expect(rows?.sort((a, b) => a.record - b.record)).toEqual(rowsOf(table));
    expect(() => advisories?.rows(99)).toThrow(RangeError);
    expect(store.report.feeds).toMatchObject([{ feed: 'wesng', date: '2019-06-20', records: 10 }]);
    expect(store.verify().nodes).toBe(store.nodeCount);
    store.close();
  });

  it('are null where no feed was read', async () => {
    const out = temporaryFolder()('articles.db');
    await buildGraph(['data/q-articles/Q256480.TXT'], { out });
    const store = openStore(out);
    expect(store.advisories()).toBeNull();
    store.close();
  });

  it('are refused when they are damaged', async () => {
    const out = await storeOf(FILE);
    const db = new DatabaseSync(out, { defensive: false });
    const { data } = db.prepare('SELECT data FROM advisory WHERE product = 0').get() as { data: Uint8Array };
    db.prepare('UPDATE advisory SET data = ? WHERE product = 0').run(
      data.map((byte, at) => (at === 1 ? byte ^ 1 : byte)),
    );
    db.close();
    sealFile(out);
    const store = openStore(out);
    expect(() => store.advisories()?.rows(0)).toThrow(/damaged \(advisory\/0 has changed\)/);
    expect(() => store.verify()).toThrow(/damaged/);
    store.close();
  });
});
