import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCapture } from '../../../src/host/read-capture.ts';
import { buildGraph } from '../../../src/pipeline.ts';
import { assess } from '../../../src/query/assess.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { hostBytes } from '../../host/fixtures.ts';
import { closure, type OracleRow, rowsByProduct } from './csv-oracle.ts';

const shared = fileURLToPath(new URL('../../../../shared/feeds/', import.meta.url));
const archive = `${shared}wesng-definitions.zip`;
const isThere = existsSync(archive);
const real = existsSync(`${shared}hosts`) ? readdirSync(`${shared}hosts`) : [];
/** Our own captures, one of each system that the feed knows much of. */
const own = [
  'windows-server-2008-sp2-en-cp437.txt',
  'windows-server-2008-r2-sp1-fr-windows-1252.txt',
  'windows-server-2012-r2-it.txt',
  'windows-server-2016-hu-cp852.txt',
  'windows-10-1507-ltsb-en.txt',
  'windows-vista-sp2-en-cp437.txt',
];
const hosts = [
  ...real.map((name) => [name, () => readFileSync(`${shared}hosts/${name}`)] as const),
  ...own.map((name) => [name, () => hostBytes(name)] as const),
];

describe.skipIf(!isThere)('assess over the whole of WES-NG (skipped where ../shared/feeds is absent)', () => {
  let store: Store;
  let rows: Map<string, OracleRow[]>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kbgraph-test-'));
    const file = join(folder, 'feed.db');
    await buildGraph([archive], { out: file });
    store = openStore(file);
    rows = rowsByProduct(readFileSync(archive));
    return () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    };
  }, 300_000);

  it.each(hosts)('gives for %s with --rows --stated what a closure over the CSV gives, row for row', (name, bytes) => {
    const answer = assess(store, [readCapture(name, bytes())], { stated: true, rows: true });
    const spellings = answer.recognised.products.flatMap((product) => product.spellings);
    const expected = spellings.flatMap((spelling) => rows.get(spelling) ?? []);
    expect(expected.length).toBeGreaterThan(0);
    const there = closure(expected, answer.host.installed);
    const states = new Map(
      expected.map(({ file, record, update }) => [
        `${file} ${record}`,
        update === '' ? 'no-update' : there.has(update) ? 'covered' : 'exposed',
      ]),
    );
    const got = new Map((answer.rows ?? []).map(({ source, record, state }) => [`${source} ${record}`, state]));
    expect(answer.rows).toHaveLength(expected.length);
    expect([...got].filter(([row, state]) => states.get(row) !== state)).toEqual([]);
    expect(got.size).toBe(states.size);
  });

  it.each(hosts)('moves rows of %s only to covered by what it infers, and names the reason', (name, bytes) => {
    const capture = readCapture(name, bytes());
    const stated = assess(store, [capture], { stated: true, rows: true }).rows ?? [];
    const full = assess(store, [capture], { rows: true }).rows ?? [];
    const before = new Map(stated.map((row) => [`${row.source} ${row.record}`, row.state]));
    const moved = full.filter((row) => before.get(`${row.source} ${row.record}`) !== row.state);
    const wrong = moved.filter(
      ({ state, means }) => state !== 'covered' || !['inferred', 'alternative'].includes(means ?? ''),
    );
    expect(wrong).toEqual([]);
    expect(full).toHaveLength(stated.length);
  });

  it('leaves a machine of Windows 10 1803 without updates exposed to all 1,868 CVEs that its products have', () => {
    const { exposed } = assess(store, [readCapture('x', hostBytes('windows-10-1803-none-es.txt'))]);
    expect(exposed.filter(({ id }) => id.startsWith('CVE-'))).toHaveLength(1868);
  });

  it('takes packages of one vulnerability for separate on products without two tracks (CVE-2017-0006, SharePoint 2010)', () => {
    const name = 'Microsoft SharePoint Server 2010 Service Pack 2';
    const product = store.advisories()?.products.find(({ names }) => names.includes(name));
    const ids = (store.advisories()?.rows(product!.index) ?? []).filter(({ cve }) => cve === 'CVE-2017-0006');
    const [first, second] = [...new Set(ids.map(({ article }) => article))];
    expect(second).toBeDefined();
    const host = { ...readCapture('x', Buffer.from(`KB${first}`)) };
    const { partlyCovered } = assess(store, [host], { products: [name] });
    expect(partlyCovered.map(({ id }) => id)).toContain('CVE-2017-0006');
  });
});
