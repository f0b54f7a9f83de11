import { readFile } from 'node:fs/promises';
import { MultiDirectedGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(async (file) => {
  await buildGraph(['data'], { out: file });
});
const parameters = () => new URLSearchParams(new URL(explorer.page.url()).hash.split('?')[1]);

describe('the panel of an article', () => {
  test('says where it stands, what it breaks and what repairs that, and lists its files in a table', async () => {
    const { page } = explorer;
    await explorer.visit('#/article/256480');
    await page.locator('.verdict.replaced', { hasText: '258133' }).first().waitFor();
    await page.locator('.verdict.fixed', { hasText: 'Exchange Server 5.5 SP4' }).first().waitFor();
    const known = page.locator('.breakage', { hasText: 'Known to go wrong after installing it' });
    await known.locator('.repair', { hasText: '258133' }).first().waitFor();
    const row = page.locator('.files tr', { hasText: 'eseback.dll' });
    expect(await row.textContent()).toContain('5.5.2652.31');
    await page.locator('.facts', { hasText: 'kbExchange550sp4Fix' }).waitFor();
  });

  test('scrolls to a sentence of its own, and opens another article for a sentence of that', async () => {
    const { page } = explorer;
    await explorer.visit('#/article/256480');
    const own = page
      .locator('blockquote', { hasText: 'This problem was first corrected in Exchange Server 5.5 Service Pack 4.' })
      .first();
    await own.getByRole('button').click();
    await page.locator('mark.current', { hasText: 'first corrected' }).waitFor();
    const other = page.locator('blockquote', { hasText: 'This fix replaces the fix in Q256480' }).first();
    await other.getByRole('button').click();
    await page.locator('.reading mark.current', { hasText: 'This fix replaces the fix in Q256480' }).waitFor();
    await page.getByRole('button', { name: 'Back to 256480' }).click();
    await page.locator('.verdict.replaced').first().waitFor();
    await page.goBack();
    await page.locator('.reading mark.current').waitFor();
  });

  test('lists related articles with the reasons when asked', async () => {
    const { page } = explorer;
    await explorer.visit('#/article/256480');
    await page.getByText('Related articles').click();
    const items = page.locator('details', { hasText: 'Related articles' }).locator('li');
    await items.first().waitFor();
    expect((await items.first().locator('.notes').textContent())?.length).toBeGreaterThan(5);
  });

  test('is a sheet on a narrow screen: low beside a chain, raised by its handle and by a sentence', async () => {
    await explorer.look({ width: 390, height: 800 });
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await page.locator('#panel-title').waitFor({ state: 'attached' });
    const height = async () => (await page.locator('#panel').boundingBox())!.height;
    expect(await height()).toBeLessThan(120);
    await page.getByRole('button', { name: 'Open the panel' }).click();
    expect(await height()).toBeGreaterThan(250);
    await page.locator('.panel-body').getByRole('button', { name: 'show in the text' }).first().click();
    await page.locator('mark.current').waitFor();
    expect(await page.locator('#panel').getAttribute('data-sheet')).toBe('full');
  });
});

describe('the path', () => {
  test('leads from one node to another with the evidence of each hop', async () => {
    const { page } = explorer;
    await explorer.visit('#/path/article/154993');
    await page.getByText('Choose where it should lead to.').waitFor();
    await page.getByLabel('Path to').fill('KB183007');
    await page.keyboard.press('Enter');
    await page.locator('.verdict', { hasText: 'the shortest of 1 step.' }).waitFor();
    await page.locator('.hop', { hasText: 'replaced by' }).locator('blockquote').first().waitFor();
    expect(await page.locator('.picture .node').count()).toBeGreaterThan(1);
    expect(parameters().get('goal')).toBe('KB183007');
  });

  test('says what would lead there where nothing does, and allows it', async () => {
    const { page } = explorer;
    await explorer.visit('#/path/article/154993?goal=183007&kinds=applies-to');
    await page.locator('.verdict', { hasText: /with these kinds; one exists through .*supersedes/ }).waitFor();
    await page.getByRole('button', { name: 'Allow that' }).click();
    await page.locator('.verdict', { hasText: 'the shortest of 1 step.' }).waitFor();
    expect(parameters().get('kinds')).toContain('supersedes');
  });

  test('of a node that is not there says so', async () => {
    await explorer.visit('#/path/article/154993?goal=nowhere.dll');
    await explorer.page.locator('.verdict', { hasText: 'nowhere.dll is not in this graph.' }).waitFor();
    explorer.forgive(/404/);
  });
});

describe('the history of a file', () => {
  test('plots its builds and lists the same in tables, and a mark finds its row', async () => {
    const { page } = explorer;
    await explorer.visit('#/history/file/ese.dll');
    const marks = page.locator('.plot [role=button]');
    await marks.first().waitFor();
    expect(await page.locator('.builds tbody tr').count()).toBe(await marks.count());
    const words = (await marks.first().getAttribute('aria-label'))!;
    await marks.first().focus();
    await page.keyboard.press('Enter');
    const picked = page.locator('tr.picked');
    await picked.waitFor();
    expect(await picked.textContent()).toContain(words.split(',')[0]);
    await explorer.visit(new URL(page.url()).hash);
    await page.locator('tr.picked').waitFor();
  });

  test('opens from the files of an article, and an article of it opens in turn', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/256480');
    await page.locator('.files a', { hasText: 'ese.dll' }).click();
    await page.locator('.view-title', { hasText: 'Builds of ese.dll' }).waitFor();
    await page.locator('.builds a').first().click();
    await page.waitForFunction(() => /article\/\d/.test(location.hash));
    await page.locator('#panel-title', { hasText: /XADM|XGEN|Exchange/ }).waitFor();
  });
});

describe('the list', () => {
  const rows = () => explorer.page.locator('.table [data-row]');

  test('holds the whole graph, of which only the rows in sight are in the page', async () => {
    const { page } = explorer;
    await explorer.visit('#/list');
    await rows().first().waitFor();
    const total = Number(await page.locator('.table').getAttribute('aria-rowcount')) - 1;
    expect(total).toBeGreaterThan(500);
    expect(await rows().count()).toBeLessThan(80);
    expect(await page.locator('.list-view .quiet').textContent()).toContain(`${total} nodes`);
    await page.locator('.table [tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.locator(`.table [data-row="${total - 1}"] a:focus`).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator(`.table [data-row="${total - 2}"] a:focus`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('.table [data-row="0"] a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#panel .kind').waitFor();
  });

  test('is sorted by its heads, and the address keeps that', async () => {
    const { page } = explorer;
    await explorer.visit('#/list');
    await rows().first().waitFor();
    await page.getByRole('button', { name: 'Date', exact: true }).click();
    await page.locator('[aria-sort=ascending]').waitFor();
    const dates = async () =>
      (await page.locator('.table [data-row] .date-cell').allTextContents())
        .filter((date) => date !== '–')
        .slice(0, 20);
    const up = await dates();
    expect([...up].sort()).toEqual(up);
    await page.getByRole('button', { name: /^Date/ }).click();
    await page.locator('[aria-sort=descending]').waitFor();
    const down = await dates();
    expect([...down].sort().reverse()).toEqual(down);
    expect(parameters().get('sort')).toBe('-date');
  });

  test('lists what is joined to a node, as far as is asked, without what the legend hides', async () => {
    const { page } = explorer;
    await explorer.visit('#/list/article/256480?hide=file');
    await page.locator('.joined-cell', { hasText: 'replaced by' }).first().waitFor();
    expect(await page.locator('.table .kind-file').count()).toBe(0);
    const one = Number(await page.locator('.table').getAttribute('aria-rowcount'));
    await page.getByLabel('Steps').selectOption('2');
    await page.waitForFunction(
      (few) => Number(document.querySelector('.table')?.getAttribute('aria-rowcount')) > few,
      one,
    );
  });

  test('and the map are cut to a range of dates by the timeline, with keys too', async () => {
    const { page } = explorer;
    await explorer.visit('#/list');
    await rows().first().waitFor();
    const total = Number(await page.locator('.table').getAttribute('aria-rowcount'));
    await page.getByRole('slider', { name: 'First month' }).focus();
    for (let pressed = 0; pressed < 5; pressed++) await page.keyboard.press('PageUp');
    await page.waitForFunction(
      (all) => Number(document.querySelector('.table')?.getAttribute('aria-rowcount')) < all,
      total,
    );
    expect(parameters().get('from')).toMatch(/^\d{4}-\d{2}-01$/);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    expect(parameters().get('from')).toMatch(/^\d{4}-\d{2}-01$/);
    await page.getByRole('button', { name: 'All dates' }).click();
    expect(parameters().get('from')).toBeNull();
  });
});

describe('saving', () => {
  const save = async (name: string): Promise<{ file: string; bytes: Buffer }> => {
    const { page } = explorer;
    await page.getByRole('button', { name: 'Save…' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  test('writes the chain as SVG with its legend and source, and as PNG', async () => {
    const { page } = explorer;
    await explorer.visit('#/chain/article/154993');
    await page.locator('.picture .node').first().waitFor();
    const svg = await save('SVG picture');
    expect(svg.file).toBe('what-replaces-kb154993.svg');
    const text = svg.bytes.toString();
    const told = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        error: read.querySelector('parsererror')?.textContent ?? null,
        words: read.documentElement.textContent ?? '',
      };
    }, text);
    expect(told.error).toBeNull();
    expect(told.words).toContain('kbgraph, data up to');
    expect(told.words).toContain('inferred');
    expect(told.words).toContain('Windows NT 4.0 SP6a');
    expect(text).not.toContain('href');
    const png = await save('PNG picture');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(5000);
  });

  test('writes what is listed as GEXF and CSV that their readers take', async () => {
    await explorer.visit('#/list/article/256480');
    await explorer.page.locator('.table [data-row]').first().waitFor();
    const rows = Number(await explorer.page.locator('.table').getAttribute('aria-rowcount')) - 1;
    const { bytes } = await save('GEXF, for Gephi');
    const graph = gexfReader.parse(MultiDirectedGraph, bytes.toString());
    expect(graph.order).toBe(rows);
    expect(graph.size).toBeGreaterThan(rows - 2);
    const csv = await save('CSV of the nodes');
    expect(csv.bytes.toString().split('\r\n').length).toBe(rows + 2);
  });

  test('writes a neighbourhood with its edges in their colours, named, and a legend of their kinds', async () => {
    const { page } = explorer;
    await explorer.visit('#/focus/article/154993');
    await page.locator('.focus-canvas[data-drawn] canvas.sigma-links').waitFor();
    const text = (await save('SVG picture')).bytes.toString();
    const seen = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      const words = [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
      const colours = new Set(
        [...read.querySelectorAll('g[stroke] > title')].map((title) => title.parentElement?.getAttribute('stroke')),
      );
      return { words, colours: colours.size };
    }, text);
    // Once on the edge, and once in the legend.
    expect(seen.words.filter((words) => words === 'publishes the fix').length).toBe(2);
    expect(seen.words).toContain('Article');
    expect(seen.colours).toBeGreaterThan(1);
    expect(text).not.toContain('href');
  });

  test('writes the map as a picture of its own', async () => {
    await explorer.visit();
    const { bytes } = await save('SVG picture');
    expect(bytes.toString()).toContain('<svg');
  });
});

const PAGES = [
  '#/list',
  '#/list/article/256480',
  '#/path/article/154993?goal=183007',
  '#/history/file/ese.dll',
  '#/article/256480',
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(PAGES)('has no serious violation at %s', async (hash) => {
    await explorer.look({ theme });
    await explorer.visit(hash);
    await explorer.page.locator('#stage a, #stage canvas').first().waitFor();
    await explorer.page.locator('#panel h2').waitFor();
    expect(await explorer.violations()).toEqual([]);
  });

  test('has no serious violation in the dialog of saving', async () => {
    await explorer.look({ theme });
    await explorer.visit('#/chain/article/154993');
    await explorer.page.locator('.picture .node').first().waitFor();
    await explorer.page.getByRole('button', { name: 'Save…' }).click();
    expect(await explorer.violations()).toEqual([]);
  });
});

test.each(PAGES)('has no sideways scroll at 360 pixels: %s', async (hash) => {
  await explorer.look({ width: 360, height: 740 });
  await explorer.visit(hash);
  await explorer.page.locator('#panel h2').waitFor();
  const [content, room] = await explorer.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(room!);
});
