import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serve } from '../../src/serve/serve.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { CITING, HOSTILE, REPLACED, writeFixtureStore } from '../serve/fixture-store.ts';
import { startBrowser } from './browser.ts';

// A browser with software rendering on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-explorer-'));
let browser: Browser;
let store: Store;
let server: Awaited<ReturnType<typeof serve>>;
let page: Page;
/** What the page complained of, and whom it asked beside its own server. */
let complaints: string[] = [];

beforeAll(async () => {
  const site = join(folder, 'site');
  writeFixtureStore(join(folder, 'fixture.db'));
  [browser] = await Promise.all([startBrowser(), build({ logLevel: 'error', build: { outDir: site } })]);
  store = openStore(join(folder, 'fixture.db'));
  server = await serve(store, { port: 0, site });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await newPage({ width: 1280, height: 800 });
});

afterEach(async () => {
  const found = complaints;
  await page.close();
  expect(found).toEqual([]);
});

async function newPage(
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  complaints = [];
  const made = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  made.setDefaultTimeout(30_000);
  made.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  made.on('pageerror', (error) => complaints.push(String(error)));
  made.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  return made;
}

async function visit(hash = ''): Promise<void> {
  await page.goto(server.url + hash);
  await page.waitForSelector('html[data-ready]');
}

/** How many colours the screen shows where an element is: an empty canvas has few. */
async function coloursOf(selector: string): Promise<number> {
  const shot = await page.locator(selector).screenshot();
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4) colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return colours.size;
  }, shot.toString('base64'));
}

async function choose(query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
}

/** Clicks the map there until a heading says so: the camera may still move, and two quick clicks would be one double click. */
async function clickUntil(x: number, y: number, heading: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.mouse.click(x, y);
      await page.getByRole('heading', { name: heading }).waitFor({ timeout: 2000 });
    },
    { timeout: 60_000, interval: 800 },
  );
}

describe('the explorer', () => {
  test('draws the map and lists the most important nodes', async () => {
    await visit();
    await page.locator('.map-canvas[data-drawn]').waitFor();
    const [edges] = /\d+(?= edges)/.exec((await page.locator('.map-caption').textContent()) ?? '') ?? [];
    expect(await page.locator('.map-canvas').getAttribute('data-drawn')).toBe(edges);
    expect(await coloursOf('#stage canvas:nth-child(3)')).toBeGreaterThan(100);
    expect(await coloursOf('#stage canvas:nth-child(2)')).toBeGreaterThan(100);
    expect(await page.locator('#panel .nodes li').count()).toBeGreaterThan(20);
    expect(await page.locator('#stage .map-note').isVisible()).toBe(false);
  });

  test('finds and selects by every spelling of an id and by words, with the keyboard alone', async () => {
    for (const query of ['910001', 'KB910001', 'q910001', 'loses its order']) {
      await visit();
      await choose(query);
      await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
      expect(new URL(page.url()).hash).toMatch(/^#\/article\/910001\?(?:camera=[-\d.,]+&)?at=[0-9a-f]+$/);
      expect(await page.title()).toContain('The message queue loses its order');
    }
  });

  test('says what replaced an article, with the sentence, and marks it in the text', async () => {
    await visit('#/article/910001');
    const verdict = page.locator('.verdict.replaced');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('910002');
    const quote = page.locator('blockquote', { hasText: REPLACED });
    expect(await quote.count()).toBe(1);
    await quote.getByRole('button', { name: 'show in the text' }).click();
    await page.locator('mark.current', { hasText: REPLACED }).waitFor();
  });

  test('shows what an article says as text, whatever it says', async () => {
    await visit('#/article/910001');
    await page.locator('.text', { hasText: HOSTILE }).waitFor();
    await visit('#/article/910003');
    await page.locator('h2', { hasText: HOSTILE }).waitFor();
    await choose('910003');
    expect(await page.evaluate('window.owned')).toBeUndefined();
    expect(await page.locator('#panel img, #panel script, #panel a[href^=javascript]').count()).toBe(0);
  });

  test('goes back and forward through what was selected', async () => {
    await visit();
    await choose('910001');
    await page.locator('.verdict.replaced a').click();
    await page.getByRole('heading', { name: 'The message queue stops while it is sorted' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'The most important nodes' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
  });

  test('groups edges with counts, and opens a long group on demand', async () => {
    await visit('#/article/910002');
    const group = page.locator('details', { hasText: 'Referred to by' });
    await group.waitFor();
    expect(await group.locator('summary .count').textContent()).toBe(String(CITING));
    await group.locator('summary').click();
    expect(await group.locator('li').count()).toBe(25);
    await group.getByRole('button', { name: 'Show 15 more' }).click();
    expect(await group.locator('li').count()).toBe(CITING);
    await page.locator('.files tr', { hasText: '5.5.2650.1' }).getByText('4,096').waitFor();
    await page.locator('.notes', { hasText: 'platform: x86' }).waitFor({ state: 'attached' });
  });

  test('filters by the legend, and keeps the filter in the address', async () => {
    await visit();
    const files = page.locator('#stage .legend button', { hasText: 'Files' });
    await files.click();
    expect(await files.getAttribute('aria-pressed')).toBe('false');
    expect(new URL(page.url()).hash).toMatch(/^#\/\?hide=file&/);
    expect(await page.locator('#panel .nodes .kind-file').count()).toBe(0);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await files.getAttribute('aria-pressed')).toBe('false');
  });

  test('selects by a click on the map, and nothing by a click beside it', async () => {
    await visit('#/map/article/910001');
    await page.locator('.verdict.replaced').waitFor();
    const box = (await page.locator('.map-canvas').boundingBox())!;
    await clickUntil(box.x + 8, box.y + 60, 'The most important nodes');
    await clickUntil(box.x + box.width / 2, box.y + box.height / 2, 'The message queue loses its order');
  });

  test('says that a node is not in the graph', async () => {
    await visit('#/article/999999');
    await page.getByText('article:999999 is not in this graph.').waitFor();
    complaints = complaints.filter((complaint) => !complaint.includes('404'));
  });

  test('says what to do when the server is gone, keeps what it has, and goes on when it is back', async () => {
    await visit('#/article/910001');
    await page.locator('.verdict.replaced').waitFor();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.locator('.verdict.replaced a').click();
    await page.getByRole('alert').getByText('does not answer').waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The message queue stops while it is sorted' }).waitFor();
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    complaints = complaints.filter((complaint) => !complaint.includes('ERR_CONNECTION_REFUSED'));
  });

  test('says which section of the graph came damaged, and still searches', async () => {
    await page.route('**/api/map/*/positions', (route) => route.fulfill({ body: 'no positions' }));
    await page.goto(server.url);
    await page.getByRole('alert').getByText("The section 'positions' of the graph came damaged").waitFor();
    await choose('910001');
    await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
  });

  test('redraws after its graphics device was lost', async () => {
    await visit();
    await page.locator('.map-canvas[data-drawn]').waitFor();
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('#stage canvas:nth-child(3)');
      canvas?.setAttribute('data-lost', '');
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      extension?.loseContext();
      setTimeout(() => extension?.restoreContext(), 50);
    });
    await page.locator('[data-lost]').waitFor({ state: 'detached' });
    await expect.poll(() => coloursOf('#stage canvas:nth-child(3)')).toBeGreaterThan(100);
    expect(await page.locator('#stage canvas').count()).toBe(4);
  });

  test('takes a hidden map without complaint', async () => {
    await visit();
    await page.evaluate(() => {
      document.getElementById('stage')!.style.display = 'none';
    });
    await choose('910001');
    await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
  });

  test.each([360, 390, 768])('has no sideways scroll at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 780 });
    for (const hash of ['', '#/article/910001', '#/article/910003']) {
      await visit(hash);
      await page.locator('#panel h2').waitFor();
      const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(room!);
    }
  });
});

test('the page itself does not scroll on a wide screen, only its panel does', async () => {
  await visit('#/article/910001');
  await page.locator('.text').waitFor();
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(content).toBeLessThanOrEqual(room!);
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(['', '#/article/910001'])('has no serious violation that axe finds at %j', async (hash) => {
    await page.close();
    page = await newPage({ width: 1280, height: 800 }, theme);
    await visit(hash);
    await page.locator('#panel h2').waitFor();
    if (hash === '') {
      await page.keyboard.press('/');
      await page.keyboard.type('queue');
      await page.waitForSelector('#hits [role=option]');
    } else await page.locator('.text').waitFor();
    await page.evaluate(AXE);
    const violations = await page.evaluate('axe.run().then((found) => found.violations)');
    const serious = (violations as { id: string; impact: string; nodes: { html: string }[] }[])
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(serious).toEqual([]);
  });

  test('follows the system until the button chooses the other one, and remembers that', async () => {
    await page.close();
    page = await newPage({ width: 1280, height: 800 }, theme);
    await visit();
    const other = theme === 'light' ? 'dark' : 'light';
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    await page.getByRole('button', { name: new RegExp(`${other} theme`, 'i') }).click();
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(other);
  });
});

test('without WebGL the page says so, and search and panel work', async () => {
  const plain = await startBrowser(['--disable-gpu', '--disable-3d-apis', '--disable-webgl', '--disable-webgl2']);
  try {
    const other = await plain.newPage();
    await other.goto(`${server.url}#/map/article/910001`);
    await other.getByText('no WebGL: edges are left out').waitFor();
    await other.locator('.verdict.replaced').waitFor();
    expect(await other.locator('#stage .legend button').count()).toBeGreaterThan(2);
  } finally {
    await plain.close();
  }
});
