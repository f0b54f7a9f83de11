import { expect, test } from 'vitest';
import { useExplorer } from './explorer-page.ts';
import { type WrittenArticle, writeArticles } from './written-store.ts';

const SCRIPT =
  '<script>window.owned = 1</script><img src=x onerror="window.owned = 2"><a href="javascript:window.owned = 3">x</a>';
/** Turns the direction of what follows, were it not made visible. */
const TURNED = 'fix \u202egnp.exe\u2066 name\u2069';
const LONG_LINE = 'Queue order is lost. '.repeat(52_000);
const REPLACES = `This fix replaces the fix in 930001 ${SCRIPT}`;
const REQUIRES = `Install 930001 first ${SCRIPT}`;

const explorer = useExplorer((file) => {
  const about = { type: 'appliesTo', target: { product: 'Exchange Server 5.5' } } as const;
  const ships = { type: 'ships', target: { file: 'queue.dll' }, platform: 'x86', size: 4096 } as const;
  const articles: WrittenArticle[] = [
    [
      '930001',
      `${TURNED} ${SCRIPT}`,
      [
        ['Exchange Server 5.5', about],
        ['Queue.dll 5.5.2650.1', { ...ships, version: '5.5.2650.1', date: '2000-01-01' }],
        [LONG_LINE],
      ],
    ],
    [
      '930002',
      `Replaces ${SCRIPT}`,
      [
        ['Exchange Server 5.5', about],
        [REPLACES, { type: 'supersedes', target: { article: '930001' } }],
        ['Queue.dll 5.5.2652.1', { ...ships, version: '5.5.2652.1', date: '2000-05-01' }],
      ],
    ],
    [
      '930003',
      `Requires ${SCRIPT}`,
      [
        ['Exchange Server 5.5', about],
        [REQUIRES, { type: 'requires', target: { article: '930001' } }],
      ],
    ],
  ];
  writeArticles(file, articles, SCRIPT);
});
test.each([
  ['#/chain/article/930001', '.picture .node'],
  ['#/plan/article/930002', '.runbook'],
  ['#/path/article/930001?goal=930003', '.hop'],
  ['#/history/file/queue.dll', '.plot [role=button]'],
  ['#/list', '.table [data-row]'],
  ['#/list/article/930001', '.table [data-row]'],
  ['#/focus/article/930001', '#panel .text'],
  ['#/chain/article/930001?read=930002.0.0-60', '.reading .text'],
])('what articles say stays text at %s', async (hash, awaited) => {
  const { page } = explorer;
  await explorer.visit(hash);
  await page.locator(awaited).first().waitFor();
  await page.locator('#panel h2').waitFor();
  expect(await page.evaluate('window.owned')).toBeUndefined();
  expect(await page.locator('main img:not([src^="/"]), main script, main a[href^="javascript"]').count()).toBe(0);
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(room!);
});

test('a line of a megabyte is shown, and wraps', async () => {
  const { page } = explorer;
  await explorer.visit('#/chain/article/930001');
  await page.locator('.text').waitFor();
  expect(await page.locator('.text').evaluate((element) => element.textContent?.length ?? 0)).toBeGreaterThan(
    1_000_000,
  );
  expect(await page.locator('.text').evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});

test('characters that turn the direction are made visible in drawings', async () => {
  const { page } = explorer;
  await explorer.visit('#/chain/article/930001');
  const box = page.locator('.picture .node', { hasText: 'KB930001' }).first();
  await box.waitFor();
  const drawn = await box.locator('text').allTextContents();
  expect(drawn.join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
