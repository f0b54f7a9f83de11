import { describe, expect, test } from 'vitest';
import { corpusStore, HAS_CORPUS, WITHOUT_CORPUS } from '../corpus-store.ts';
import { useExplorer } from './explorer-page.ts';

describe.skipIf(!HAS_CORPUS)(`the graph of the whole archive and the feeds (${WITHOUT_CORPUS})`, () => {
  const explorer = useExplorer(corpusStore);
  const number = (text: string | undefined): number => Number(text?.replaceAll(',', ''));

  test('is drawn whole, and the map says how many of its edges are', async () => {
    await explorer.visit();
    await explorer.page.locator('.map-canvas[data-drawn]').waitFor();
    const caption = (await explorer.page.locator('.map-caption').textContent()) ?? '';
    const [, nodes, edges] = /^([\d,]+) nodes · drawing ([\d,]+)/.exec(caption) ?? [];
    expect(number(nodes)).toBeGreaterThan(80_000);
    expect(number(edges)).toBeGreaterThanOrEqual(0);
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
    for (const spelling of ['179129', 'KB179129', 'q179129']) {
      await explorer.page.locator('#query').fill('');
      await explorer.choose(spelling);
      await explorer.page.locator('.focus-canvas[data-drawn="article:179129"]').waitFor();
      await explorer.page.locator('#tabs').getByText('Map').click();
    }
  });

  test('shows the most important node with what it is joined to by the thousand as counts, not as a hairball', async () => {
    await explorer.visit();
    await explorer.page.locator('#panel .nodes a').first().click();
    await explorer.page.locator('#tabs').getByText('Focus').click();
    await explorer.page.locator('canvas.sigma-links').waitFor();
    const caption = (await explorer.page.locator('.focus-picture .map-caption').textContent()) ?? '';
    const [, shown, all] = /^([\d,]+) of ([\d,]+) nodes/.exec(caption) ?? [];
    expect(number(all)).toBeGreaterThan(1000);
    expect(number(shown)).toBeLessThan(200);
  });

  test('lets a visitor find through what is visible what replaced Q179129, and the sentence that says so', async () => {
    const { page } = explorer;
    await explorer.visit();
    await page.getByRole('combobox', { name: /Search/ }).click();
    await page.keyboard.type('Q179129');
    await page
      .getByRole('option', { name: /179129/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Chain', exact: true }).click();
    await page.locator('.current .replaced', { hasText: 'Windows NT 4.0 SP6a, 3 steps' }).waitFor();
    const arrow = page.locator('.picture .arrow[aria-label*="Windows NT 4.0 SP4 replaces KB179129"]').first();
    await arrow.click();
    const sentence = /recommends that you\s+install Windows NT 4.0 Service Pack 4 to correct this problem/;
    const quote = page.locator('.why blockquote', { hasText: sentence });
    await quote.first().waitFor();
    await quote.first().getByRole('button', { name: 'show in the article' }).click();
    await page.locator('mark.current', { hasText: sentence }).waitFor();
  });

  /** Subjects of every view that are long, wide, without text or without a chain. */
  const SUBJECTS: [hash: string, shows: string][] = [
    ['#/chain/article/254682', '.picture .node'],
    ['#/chain/article/5034441', '.picture .node'],
    ['#/chain/article/241407', '.picture .node'],
    ['#/chain/service-pack/windows-nt-4.0-sp6a', '.picture .node'],
    ['#/plan/article/279336', '.picture .way'],
    ['#/plan/article/169228', '.picture .alert'],
    ['#/path/article/179129?goal=254682', '.verdict'],
    ['#/path/article/4012212?goal=2919355', '.verdict'],
    ['#/history/file/ntoskrnl.exe', '.plot [role=button]'],
    ['#/history/file/mshtml.dll', '.plot [role=button]'],
    ['#/list/family/windows-nt-4.0', '.table [data-row]'],
    ['#/focus/article/254682', '.focus-canvas[data-drawn] canvas.sigma-links'],
  ];
  test.each(SUBJECTS)('shows %s with a touch screen of 360 pixels, and no sideways scroll', async (hash, shows) => {
    await explorer.look({ width: 360, height: 740 });
    await explorer.visit(hash);
    await explorer.page.locator(shows).first().waitFor();
    await explorer.page.locator('#stage:not(:has([aria-busy]))').waitFor();
    const [content, room] = await explorer.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(room!);
  });

  test.each(SUBJECTS.filter((_, at) => at % 2 === 0))(
    'has no serious violation at %s in either theme',
    async (hash, shows) => {
      for (const theme of ['light', 'dark'] as const) {
        await explorer.look({ theme });
        await explorer.visit(hash);
        await explorer.page.locator(shows).first().waitFor();
        await explorer.page.locator('#panel h2').waitFor();
        expect(await explorer.violations()).toEqual([]);
      }
    },
  );

  test('prints the first rows of a list of all nodes, and says where the rest is', async () => {
    const { page } = explorer;
    await explorer.visit('#/list');
    await page.locator('.table [data-row]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/^The first 1,000 of [\d,]+ rows/).waitFor();
    expect(await page.locator('.table [data-row]').count()).toBe(1000);
    await page.emulateMedia({ media: 'screen' });
    await page.waitForFunction(() => document.querySelectorAll('.table [data-row]').length < 100);
  });
});
