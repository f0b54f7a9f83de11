import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { plan } from '../../src/query/plan.ts';
import { readAdvisories } from '../../src/store/advisory-codec.ts';
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

  it('end where their last row does', () => {
    const texts = { text: () => '', list: () => [] };
    expect(readAdvisories(Buffer.from([0]), 0, texts)).toEqual([]);
    expect(() => readAdvisories(Buffer.from([0, 7]), 0, texts)).toThrow('goes on after its last row');
    expect(() => readAdvisories(Buffer.from([1, 7]), 0, texts)).toThrow(RangeError);
  });

  it('bring what they say of restarts to the updates, and plans quote the record', async () => {
    const out = temporaryFolder()('cvrf.db');
    await buildGraph(['data/feeds/2019-Jul.xml'], { out });
    const store = openStore(out);
    const said = 'RestartRequired: Yes';
    const record = { source: 0, product: expect.any(Number), record: 1, said };
    expect(store.node(store.indexOf('article:9901905')!).attributes.installation).toEqual([
      {
        says: 'restart',
        scope: null,
        article: null,
        evidence: [{ article: '9901905', copy: 0, from: 0, to: 0, record }],
      },
    ]);
    const [step] = plan(store, ['KB9901905'])?.plans[0]?.steps ?? [];
    expect(step?.restart).toMatchObject({ need: 'required', evidence: [{ feed: { name: 'cvrf', record: 1 } }] });
    expect(step?.restart.evidence[0]?.quote).toContain(`${said}, of KB9901905 for CVE-2019-90032`);
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
