import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { writeFixtureStore } from '../serve/fixture-store.ts';
import { useExplorer } from './explorer-page.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/kbarchive-q-articles.tar.gz', import.meta.url));
/** So many real articles are enough to have hubs, long groups and more edges than are drawn at once. */
const ARTICLES = 5000;
/** One of them, by its number. */
let someArticle = '';

/** Builds a graph of the first articles of the real corpus. */
async function writeCorpusStore(file: string): Promise<void> {
  if (!existsSync(CORPUS)) return writeFixtureStore(file);
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-corpus-'));
  const archive = createReadStream(CORPUS).pipe(createGunzip()).pipe(extract());
  mkdirSync(join(folder, 'articles'));
  let written = 0;
  for await (const entry of archive) {
    if (entry.header.type !== 'file') {
      entry.resume();
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const name = basename(entry.header.name);
    writeFileSync(join(folder, 'articles', name), Buffer.concat(chunks));
    if (++written === ARTICLES / 2) someArticle = /\d{5,6}/.exec(name)?.[0] ?? '';
    if (written === ARTICLES) break;
  }
  await buildGraph([join(folder, 'articles')], { out: file });
  rmSync(folder, { recursive: true, force: true });
}

describe.skipIf(!existsSync(CORPUS))('a graph of real articles (needs ../shared/corpus beside the project)', () => {
  const explorer = useExplorer(writeCorpusStore);

  test('is drawn whole, and the map says how many of its edges are', async () => {
    await explorer.visit();
    await explorer.page.locator('.map-canvas[data-drawn]').waitFor();
    const caption = (await explorer.page.locator('.map-caption').textContent()) ?? '';
    const [, nodes, edges] = /^([\d,]+) nodes · drawing ([\d,]+)/.exec(caption) ?? [];
    expect(Number(nodes?.replaceAll(',', ''))).toBeGreaterThan(ARTICLES);
    expect(Number(edges?.replaceAll(',', ''))).toBeGreaterThan(1000);
  });

  test('is moved over, zoomed and pointed at without a complaint, and the place comes back with the address', async () => {
    await explorer.visit();
    await explorer.page.locator('.map-canvas[data-drawn]').waitFor();
    const box = (await explorer.page.locator('.map-canvas').boundingBox())!;
    for (let step = 0; step < 30; step++)
      await explorer.page.mouse.move(box.x + 100 + step * 15, box.y + 80 + step * 12);
    await explorer.page.mouse.wheel(0, -600);
    await expect.poll(() => new URL(explorer.page.url()).hash).toContain('camera=');
    const place = new URL(explorer.page.url()).hash;
    await explorer.page.getByRole('button', { name: 'All of the map' }).click();
    await expect.poll(() => new URL(explorer.page.url()).hash).not.toContain('camera=');
    await explorer.visit(place);
    await expect.poll(() => new URL(explorer.page.url()).hash).toContain('camera=');
  });

  test('opens an article by any spelling of its number', async () => {
    await explorer.visit();
    for (const spelling of [someArticle, `KB${someArticle}`, `q${someArticle}`]) {
      await explorer.page.locator('#query').fill('');
      await explorer.choose(spelling);
      await explorer.page.locator(`.focus-canvas[data-drawn="article:${someArticle}"]`).waitFor();
      await explorer.page.locator('#tabs').getByText('Map').click();
    }
  });

  test('shows the most important node with what it is joined to by the thousand as counts, not as a hairball', async () => {
    await explorer.visit();
    await explorer.page.locator('#panel .nodes a').first().click();
    await explorer.page.locator('#tabs').getByText('Focus').click();
    await explorer.page.locator('canvas.sigma-links').waitFor();
    const [, shown, all] =
      /^([\d,]+) of ([\d,]+) nodes/.exec(
        (await explorer.page.locator('.focus-picture .map-caption').textContent()) ?? '',
      ) ?? [];
    expect(Number(all?.replaceAll(',', ''))).toBeGreaterThan(300);
    expect(Number(shown)).toBeLessThan(200);
  });
});
