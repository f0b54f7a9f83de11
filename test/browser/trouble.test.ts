import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(async (file) => {
  await buildGraph(['data'], { out: file });
});

/** Every view of something, with what is drawn when it is whole. */
const VIEWS: [hash: string, drawn: string][] = [
  ['#/map/article/256480', '.map-canvas[data-drawn]'],
  ['#/focus/article/256480', '.focus-canvas[data-drawn] canvas.sigma-links'],
  ['#/list/article/256480', '.table [data-row]'],
  ['#/chain/article/154993', '.picture .node'],
  ['#/plan/article/303984', '.picture .node'],
  ['#/path/article/154993?goal=183007', '.picture .node'],
  ['#/history/file/ese.dll', '.plot [role=button]'],
];

describe('a hidden or empty place', () => {
  test.each(VIEWS)('is taken without complaint, and filled when it is there again: %s', async (hash, drawn) => {
    const { page } = explorer;
    await explorer.visit(hash);
    await page.locator(drawn).first().waitFor();
    const stage = (style: string) =>
      page.evaluate((text) => {
        document.getElementById('stage')!.style.cssText = text;
      }, style);
    for (const style of ['display: none', 'width: 0; height: 0; flex: none', 'visibility: hidden']) {
      await stage(style);
      // Everything is drawn anew while there is no room for it.
      for (let at = 0; at < 2; at++) await page.locator('#theme').click();
      await page.setViewportSize({ width: 1100, height: 700 });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await stage('');
    await page.locator(drawn).first().waitFor();
  });

  test.each(VIEWS)('is where a view may begin: %s', async (hash, drawn) => {
    const { page } = explorer;
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.getElementById('stage')?.style.setProperty('display', 'none');
      });
    });
    await explorer.visit(hash);
    await page.locator('#panel h2').waitFor();
    await page.evaluate(() => {
      document.getElementById('stage')!.style.display = '';
    });
    await page.locator(drawn).first().waitFor();
  });
});

describe('a server that is gone', () => {
  test.each([
    ['#/chain/article/154993', '.picture .node', '#/chain/article/183007'],
    ['#/plan/article/303984', '.picture .node', '#/plan/article/154993'],
    ['#/path/article/154993?goal=183007', '.picture .node', '#/path/article/154993?goal=256480'],
    ['#/history/file/ese.dll', '.plot [role=button]', '#/history/file/eseback.dll'],
    ['#/list/article/256480', '.table [data-row]', '#/list/article/154993'],
    ['#/focus/article/256480', '.focus-canvas[data-drawn] canvas.sigma-links', '#/focus/article/154993'],
  ])('is named, with what to do, and the page goes on when it is back: %s', async (hash, drawn, next) => {
    const { page } = explorer;
    await explorer.visit(hash);
    await page.locator(drawn).first().waitFor();
    await page.locator('#panel .text, #panel .edges').first().waitFor();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.evaluate((address) => {
      location.hash = address;
    }, next);
    await page.getByRole('alert').getByText("does not answer. Start it again with 'kbgraph serve'").waitFor();
    // What needs no server still works.
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.locator('.map-canvas[data-drawn]').waitFor();
    await page.goBack();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await page.locator(drawn).first().waitFor();
    await page.locator('#panel .text, #panel .edges').first().waitFor();
    explorer.forgive(/ERR_CONNECTION_REFUSED/);
  });
});

describe('a damaged section of the graph', () => {
  test('is named, whichever it is; the search and the panel work on, and a repaired one is taken', async () => {
    const { page } = explorer;
    const manifest = (await (await fetch(`${explorer.url}api/map`)).json()) as { sections: { name: string }[] };
    expect(manifest.sections.length).toBeGreaterThan(3);
    for (const { name } of manifest.sections) {
      await page.goto('about:blank');
      await page.route(`**/api/map/*/${name}`, (route) => route.fulfill({ body: 'damaged' }));
      await page.goto(`${explorer.url}#/list/article/256480`);
      await page.getByRole('alert').getByText(`The section '${name}' of the graph came damaged`).waitFor();
      await page.locator('#panel .verdict').first().waitFor();
      await page.unroute(`**/api/map/*/${name}`);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('alert').waitFor({ state: 'hidden' });
      await page.locator('.table [data-row]').first().waitFor();
    }
  });
});

test('two hundred changes of the view leave nothing behind in the page', async () => {
  const { page } = explorer;
  await explorer.visit('#/chain/article/154993');
  const tabs = ['Map', 'Focus', 'List', 'Chain', 'Plan', 'Path'];
  const go = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator(`#stage[data-view="${name.toLowerCase()}"] > *`).first().waitFor();
  };
  const chain = async () => {
    await go('Chain');
    await page.locator('.picture .node').first().waitFor();
    return page.evaluate(() => document.querySelectorAll('*').length);
  };
  for (const name of tabs) await go(name);
  const before = await chain();
  await page.evaluate(
    async (views) => {
      for (let change = 0; change < 200; change++) {
        document.querySelector<HTMLElement>(`#tabs [data-view="${views[change % views.length]}"]`)!.click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    },
    tabs.map((name) => name.toLowerCase()),
  );
  expect(await chain()).toBe(before);
}, 300_000);
