import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(async (file) => {
  await buildGraph(['data'], { out: file });
});
const SENTENCE = 'NOTE: Lsa-fix has been superseded by Lsa2-fix.';

/** What is shown at an address of the chain of 154993. */
const box = (name: string) => explorer.page.locator('.picture .node', { hasText: name }).first();
const parameters = () => new URLSearchParams(new URL(explorer.page.url()).hash.split('?')[1]);

test('a visitor finds through what is visible what replaced an article, and the sentence that says so', async () => {
  const { page } = explorer;
  await explorer.visit();
  await page.getByRole('combobox', { name: /Search/ }).click();
  await page.keyboard.type('Q154993');
  // What stood there for the first of the letters may still be listed.
  await page
    .getByRole('option', { name: /154993/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Chain', exact: true }).click();
  await page.locator('.current', { hasText: /Current replacement: .*Windows NT 4.0 SP6a, 3 steps/ }).waitFor();
  await page.locator('.picture .arrow[aria-label*="stated"]').first().click();
  const why = page.locator('.why');
  await why.getByText(SENTENCE).waitFor();
  await why.locator('blockquote', { hasText: SENTENCE }).getByRole('button', { name: 'show in the article' }).click();
  await page.locator('mark.current', { hasText: SENTENCE }).waitFor();
});

test("a feed's record is quoted with its place in the feed, and leads to no text", async () => {
  const { page } = explorer;
  await explorer.visit('#/map/cve/2019-90001');
  const record = page.locator('.panel-body blockquote', { hasText: 'CVE-2019-90001' }).first();
  await record.waitFor();
  expect(await record.locator('footer').textContent()).toMatch(/^\w+, record \d+(, \d{4}-\d\d-\d\d)?$/);
  expect(await record.getByRole('button').count()).toBe(0);
});

describe('the chain', () => {
  test('stands from left to right by steps, and says what is current, withdrawn and asked for', async () => {
    await explorer.visit('#/chain/article/154993');
    await box('KB154993').waitFor();
    const left = async (name: string) => (await box(name).boundingBox())!.x;
    const order = ['KB154993', 'Windows NT 4.0 SP4', 'Windows NT 4.0 SP5', 'Windows NT 4.0 SP6a'];
    const places = await Promise.all(order.map(left));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(await box('KB154993').textContent()).toContain('asked for');
    expect(await box('Windows NT 4.0 SP6a').textContent()).toContain('current');
    expect(await explorer.page.locator('.picture .node', { hasText: 'withdrawn' }).count()).toBe(1);
  });

  test('tells stated and inferred replacements apart by dash and by word', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await box('KB154993').waitFor();
    const dashOf = (label: string) =>
      page.locator(`.picture .arrow[aria-label*="${label}"] .line`).first().getAttribute('stroke-dasharray');
    expect(await dashOf(', stated:')).toBeNull();
    expect(await dashOf(', inferred:')).not.toBeNull();
    const words = await page.locator('.picture text', { hasText: /^(?:stated|inferred)$/ }).allTextContents();
    expect(new Set(words)).toEqual(new Set(['stated', 'inferred']));
  });

  test('shows the facts of an inferred replacement', async () => {
    await explorer.visit('#/chain/article/154993');
    await explorer.page.locator('.picture .arrow[aria-label*="SP5 replaces Windows NT 4.0 SP4"]').click();
    await explorer.page.locator('.why', { hasText: 'SP5 follows SP4 on the ladder of Windows NT 4.0' }).waitFor();
    await explorer.page.locator('.why .rule', { hasText: 'graph/service-pack-ladder' }).waitFor();
  });

  test('keeps the arrow and the sentence in the address: a link brings them back, Back takes them away', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await page.locator('.picture .arrow[aria-label*="KB183007"][aria-label*="stated"]').first().click();
    await page.locator('mark.current').waitFor();
    const address = page.url();
    await page.goBack();
    await page.locator('.why').waitFor({ state: 'hidden' });
    await explorer.visit(address.slice(explorer.url.length));
    await page.locator('.why').waitFor();
    await page.locator('mark.current').waitFor();
  });

  test('is kept to one product, and to what is stated', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await box('Windows NT 4.0 SP4').waitFor();
    await page.getByLabel('Stated only').check();
    await box('Windows NT 4.0 SP4').waitFor({ state: 'detached' });
    expect(parameters().get('stated')).toBe('1');
    await page.getByLabel('Product', { exact: true }).selectOption('Windows NT 4.0');
    await page.waitForFunction(() => location.hash.includes('product=Windows'));
    await page.goBack();
    await page.goBack();
    await box('Windows NT 4.0 SP4').waitFor();
    expect(await page.getByLabel('Stated only').isChecked()).toBe(false);
  });

  test('is copied as text, CSV and JSON', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await box('KB154993').waitFor();
    const copied = async (name: string) => {
      await page.getByRole('button', { name: `Copy as ${name}` }).click();
      await page.getByText(`Copied as ${name}.`).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('text')).toContain('Current replacement: Windows NT 4.0 SP6a (3 steps, inferred)');
    const rows = (await copied('CSV')).split('\r\n');
    expect(rows[0]).toContain('product,newer,newerTitle');
    expect(rows.some((row) => row.includes(SENTENCE))).toBe(true);
    expect(JSON.parse(await copied('JSON'))).toMatchObject({ id: 'article:154993' });
  });

  test('is walked by arrow keys, and Enter selects', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await box('KB154993').waitFor();
    await page.locator('.picture [tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('title')?.textContent ?? '');
    expect(await focused()).toContain('KB154993');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).not.toContain('KB154993');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toContain('KB154993');
    await page.keyboard.press('ArrowRight');
    const next = (await focused()).split(/[ ,(]/)[0]!;
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !location.hash.includes('154993'));
    await page.locator('.view-title', { hasText: next }).waitFor();
  });

  test('fades on the sides on which it goes on', async () => {
    await explorer.look({ width: 390, height: 844 });
    await explorer.visit('#/chain/article/154993');
    const picture = explorer.page.locator('.picture');
    await picture.locator('.node').first().waitFor();
    const scrollTo = (left: number) => picture.evaluate((element, to) => element.scrollTo({ left: to }), left);
    await scrollTo(0);
    await expect.poll(() => picture.getAttribute('data-more')).toBe('right');
    await scrollTo(60);
    await expect.poll(() => picture.getAttribute('data-more')).toBe('left right');
    await scrollTo(1e6);
    await expect.poll(() => picture.getAttribute('data-more')).toBe('left');
  });

  test('lists every replacement with its reasons below the drawing', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await page.getByText(/All \d+ replacements with their sentences/).click();
    await page.locator('.steps blockquote', { hasText: SENTENCE }).first().waitFor();
  });

  test('of what is no fix says so', async () => {
    await explorer.visit('#/chain/file/lsasrv.dll');
    await explorer.page.getByText(/Chain is about .*, which lsasrv\.dll is not/).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(['#/chain/article/154993', '#/chain/article/154993?arrow=article:154993%3Earticle:183007'])(
    'has no serious violation at %s',
    async (hash) => {
      await explorer.look({ theme });
      await explorer.visit(hash);
      await explorer.page.locator('.picture .node').first().waitFor();
      await explorer.page.locator('.text').waitFor();
      expect(await explorer.violations()).toEqual([]);
    },
  );
});

test('has no sideways scroll at 360 pixels', async () => {
  await explorer.look({ width: 360, height: 740 });
  await explorer.visit('#/chain/article/154993');
  await explorer.page.locator('.picture .node').first().waitFor();
  const [content, room] = await explorer.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(room!);
});
