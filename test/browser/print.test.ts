import { expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(async (file) => {
  await buildGraph(['data'], { out: file });
});

/** What is drawn and cut off, and what is drawn on dark ground, as the page stands now. */
function faults(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
    if (element.namespaceURI !== document.body.namespaceURI || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName} ${element.className}`;
    if (element.classList.contains('sr')) continue;
    const cuts = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
    // A line that stands for a row of signs may hide them.
    if (cuts && element.clientHeight > 40) found.push(`cut off: ${name}`);
    const [red = 255, , , alpha = 1] = (style.backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    // A mark may be dark; what is written on may not.
    if (alpha > 0.5 && red < 128 && element.clientWidth > 30) found.push(`dark: ${name}`);
    if (element.tagName === 'BUTTON' && !element.closest('.head')) found.push(`a control: ${name}`);
  }
  for (const rect of document.querySelectorAll('.picture rect, .printed rect')) {
    const fill = rect.getAttribute('fill') ?? '';
    if (/^#[0-7]/.test(fill)) found.push(`dark: ${fill}`);
  }
  return found;
}

const VIEWS: [hash: string, shows: string][] = [
  ['#/chain/article/154993', '.picture .strip'],
  ['#/chain/article/154993?arrow=article:154993%3Earticle:183007', '.why'],
  ['#/plan/article/279610', '.picture .strip'],
  ['#/path/article/154993?goal=183007', '.picture .strip'],
  ['#/history/file/ese.dll', '.plot svg'],
  ['#/list/article/256480', '.table [data-row]'],
  ['#/focus/article/256480', '.printed svg'],
  ['#/map', '.printed svg'],
  ['#/map/article/256480', '#panel .text'],
];

test.each(VIEWS)('prints whole, light and without controls: %s', async (hash, shows) => {
  await explorer.look({ theme: 'dark' });
  await explorer.visit(hash);
  const { page } = explorer;
  await page.locator('#panel h2').waitFor();
  await page.locator('#stage svg, #stage [data-row], #stage canvas').first().waitFor();
  if (hash.startsWith('#/focus')) await page.locator('.focus-canvas[data-drawn] canvas.sigma-links').waitFor();
  await page.emulateMedia({ media: 'print' });
  // The medium is heard of in the next frame; where a person prints, the page is told before.
  await page.locator('html[data-theme=light]').waitFor();
  await page.locator(shows).first().waitFor();
  expect(await page.evaluate(faults)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('html[data-theme=dark]').waitFor();
  expect(await page.locator('.strip, .printed').count()).toBe(0);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a long plan prints in strips that hold every box once', async () => {
  const { page } = explorer;
  await explorer.visit('#/plan/article/279610');
  const boxes = await page.locator('.picture .node:not(.way)').count();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.picture .strip').nth(1).waitFor();
  const seen = await page.evaluate(() => {
    const keys = new Map<string, number>();
    for (const strip of document.querySelectorAll<SVGSVGElement>('.picture .strip')) {
      const { x, y, width, height } = strip.viewBox.baseVal;
      for (const node of strip.querySelectorAll<SVGGElement>('.node:not(.way)')) {
        const box = node.querySelector<SVGRectElement>('rect.box')!;
        const [left, top] = [Number(box.getAttribute('x')), Number(box.getAttribute('y'))];
        const isInside = left >= x && left + 232 <= x + width && top >= y && top + 78 <= y + height;
        if (isInside) keys.set(node.dataset.box ?? '', (keys.get(node.dataset.box ?? '') ?? 0) + 1);
      }
    }
    return [...keys.values()];
  });
  expect(seen).toHaveLength(boxes);
  expect(new Set(seen)).toEqual(new Set([1]));
});

test('a list prints as far as paper goes, and says where the rest is', async () => {
  const { page } = explorer;
  await explorer.visit('#/list');
  await page.locator('.table [data-row]').first().waitFor();
  const total = Number(await page.locator('.table').getAttribute('aria-rowcount')) - 1;
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(
    (all) => document.querySelectorAll('.table [data-row]').length === all,
    Math.min(1000, total),
  );
  expect(await page.locator('.unprinted').count()).toBe(total > 1000 ? 1 : 0);
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction(() => document.querySelectorAll('.table [data-row]').length < 100);
});
