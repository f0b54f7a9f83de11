import { describe, expect, test, vi } from 'vitest';
import { CITING, writeFixtureStore } from '../serve/fixture-store.ts';
import { startBrowser } from './browser.ts';
import { useExplorer } from './explorer-page.ts';

const explorer = useExplorer(writeFixtureStore);
const NODE = '#/article/910002';

/** Opens a node's focus view and waits until it is drawn. */
async function focus(hash = NODE): Promise<void> {
  await explorer.visit(hash);
  await explorer.page.locator('.focus-canvas[data-drawn] canvas.sigma-links').waitFor();
}

/** The words above the picture. */
const caption = () => explorer.page.locator('.focus-picture .map-caption').textContent();

/** How many pixels of the canvas with the edges are drawn on. */
function drawnPixels(): Promise<number> {
  return explorer.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-links');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let drawn = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) drawn++;
    return drawn;
  });
}

/** Goes sideways once and then up or down with the arrow keys until the status names what is wanted. */
async function goTo(words: string, sideways: string, arrow: string): Promise<void> {
  const { page } = explorer;
  await page.locator('.focus-canvas').focus();
  const status = page.locator('.focus > [role=status]');
  await page.keyboard.press(sideways);
  for (let step = 0; step < 30; step++) {
    if ((await status.textContent())?.includes(words)) return;
    await page.keyboard.press(arrow);
  }
  throw new Error(`The arrow keys do not lead to ${words}.`);
}

describe('the focus view', () => {
  test('opens for what a search finds, with its edges, and a legend that counts them', async () => {
    await explorer.visit();
    await explorer.choose('910002');
    await explorer.page.locator('.focus-canvas[data-drawn="article:910002"] canvas.sigma-links').waitFor();
    expect(await drawnPixels()).toBeGreaterThan(500);
    const legend = explorer.page.locator('.edge-legend button', { hasText: 'Refers to' });
    expect(await legend.textContent()).toContain(`${CITING} in`);
    // The centre, its replacement, service pack, file and product, and 25 of those that cite it; they share the product.
    expect(await caption()).toBe('30 of 45 nodes within a step · 56 edges');
  });

  test('is seen whole again when another node is chosen, however near the last one was', async () => {
    const { page } = explorer;
    await focus('#/article/910001');
    const whole = await drawnPixels();
    await focus();
    const zoom = page.getByRole('button', { name: 'Zoom in' });
    for (let pressed = 0; pressed < 5; pressed++) await zoom.click();
    await page.evaluate(() => {
      location.hash = '#/article/910001';
    });
    await page.locator('.focus-canvas[data-drawn="article:910001"]').waitFor();
    await expect.poll(drawnPixels).toBe(whole);
  });

  test('hides what the legend switches off, and Back brings it back', async () => {
    await focus();
    const legend = explorer.page.locator('.edge-legend button', { hasText: 'Refers to' });
    await legend.click();
    expect(await legend.getAttribute('aria-pressed')).toBe('false');
    expect(new URL(explorer.page.url()).hash).toContain('without=references');
    expect(await caption()).toBe('5 of 45 nodes within a step · 6 edges');
    await explorer.page.goBack();
    await expect.poll(caption).toContain('30 of 45');
    await explorer.page.getByRole('button', { name: 'leaving edges' }).click();
    await expect.poll(caption).toContain('5 of 45');
  });

  test('lists the rest of a large group', async () => {
    await focus();
    await goTo('+15', 'ArrowLeft', 'ArrowDown');
    await explorer.page.keyboard.press('Enter');
    const card = explorer.page.locator('.node-card');
    expect(await card.locator('.nodes a').count()).toBe(CITING - 25);
    await card.locator('.nodes a').first().click();
    await explorer.page.getByRole('heading', { name: /A note on queues/ }).waitFor();
  });

  test('opens a group of a neighbour with the keyboard alone, and closing it leaves what was', async () => {
    await focus();
    const before = await caption();
    await goTo('910001', 'ArrowRight', 'ArrowUp');
    await explorer.page.keyboard.press('Enter');
    const card = explorer.page.getByRole('dialog');
    const group = card.locator('[data-group="broken-by.in"]');
    expect(await group.textContent()).toContain('1');
    await group.focus();
    await explorer.page.keyboard.press('Enter');
    await expect.poll(caption).toMatch(/^31 nodes/);
    expect(await group.getAttribute('aria-pressed')).toBe('true');
    expect(await group.evaluate((element) => element === document.activeElement)).toBe(true);
    const opened = explorer.page.url();
    await explorer.page.keyboard.press('Enter');
    await expect.poll(caption).toBe(before);
    await explorer.page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await explorer.page.locator('.focus-canvas').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    await explorer.visit(new URL(opened).hash);
    await expect.poll(caption).toMatch(/^31 nodes/);
  });

  test('tells what the centre is when it is clicked, and goes to what a card names', async () => {
    await focus();
    const box = (await explorer.page.locator('.focus-canvas').boundingBox())!;
    await explorer.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await explorer.page.getByRole('dialog').getByText('The centre of this view').waitFor();
    // Two clicks in quick succession would be one double click: the second one is tried until it is one of its own.
    await vi.waitFor(
      async () => {
        await explorer.page.mouse.click(box.x + 10, box.y + box.height - 10);
        await explorer.page.getByRole('dialog').waitFor({ state: 'detached', timeout: 2000 });
      },
      { timeout: 60_000, interval: 800 },
    );
  });

  test('goes further on demand', async () => {
    await focus('#/article/910003');
    await expect.poll(caption).toContain('3 of 3');
    await explorer.page.getByRole('button', { name: '2 steps' }).click();
    expect(new URL(explorer.page.url()).hash).toContain('depth=2');
    await expect.poll(caption).toMatch(/^\d+ nodes/);
    expect(Number.parseInt((await caption()) ?? '', 10)).toBeGreaterThan(3);
  });

  test('draws again after its graphics context was lost', async () => {
    await focus();
    await explorer.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.focus-canvas canvas.sigma-nodes');
      canvas?.setAttribute('data-lost', '');
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await explorer.page.locator('[data-lost]').waitFor({ state: 'detached' });
    await expect.poll(drawnPixels).toBeGreaterThan(500);
    expect(await explorer.page.locator('canvas.sigma-nodes').count()).toBe(1);
  });

  test('waits without complaint while it is hidden, and is drawn when it is shown', async () => {
    await explorer.visit();
    await explorer.page.evaluate(() => {
      document.getElementById('stage')!.style.display = 'none';
    });
    await explorer.choose('910002');
    await explorer.page.getByRole('heading', { name: 'The message queue stops while it is sorted' }).waitFor();
    await explorer.page.evaluate(() => {
      document.getElementById('stage')!.style.display = '';
    });
    await explorer.page.locator('canvas.sigma-links').waitFor();
    await expect.poll(drawnPixels).toBeGreaterThan(500);
  });

  test('stands in one column on a phone, without sideways scroll', async () => {
    await explorer.look({ width: 360, height: 740 });
    await focus();
    expect(await drawnPixels()).toBeGreaterThan(500);
    const [content, room] = await explorer.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(room!);
  });

  test.each([
    [768, 1024],
    [360, 740],
  ])('ends where the sheet begins at %i pixels by %i', async (width, height) => {
    await explorer.look({ width, height });
    await focus();
    const edges = () =>
      explorer.page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        return { foot: box('.focus-canvas').bottom, sheet: box('#panel').top, height: box('.focus-canvas').height };
      });
    const half = await edges();
    expect(half.foot).toBeLessThanOrEqual(half.sheet + 14);
    expect(half.height).toBeGreaterThan(120);
    // The handle raises the sheet, which changes nothing behind it, and then lowers it.
    const handle = explorer.page.locator('.sheet-handle');
    await handle.click();
    expect((await edges()).foot).toBe(half.foot);
    await handle.click();
    const low = await edges();
    expect(low.foot).toBeGreaterThan(half.foot);
    expect(low.foot).toBeLessThanOrEqual(low.sheet + 1);
  });

  test.each(['light', 'dark'] as const)('has no serious violation that axe finds in the %s theme', async (theme) => {
    await explorer.look({ theme });
    await focus();
    await explorer.page.locator('.focus-canvas').focus();
    await explorer.page.keyboard.press('Enter');
    await explorer.page.getByRole('dialog').waitFor();
    expect(await explorer.violations()).toEqual([]);
  });
});

test('forty changes of the view leave one set of graphics contexts, and a map that is drawn', async () => {
  await explorer.visit(NODE);
  const warnings: string[] = [];
  explorer.page.on('console', (message) => warnings.push(message.text()));
  for (let change = 0; change < 20; change++) {
    await explorer.page.locator('#tabs').getByText('Map').click();
    await explorer.page.locator('.map-canvas canvas').first().waitFor();
    await explorer.page.locator('#tabs').getByText('Focus').click();
    await explorer.page.locator('canvas.sigma-links').waitFor();
  }
  expect(warnings.filter((warning) => /too many active webgl/i.test(warning))).toEqual([]);
  expect(await drawnPixels()).toBeGreaterThan(500);
});

test('without WebGL the neighbourhood is a drawing whose nodes are links', async () => {
  const plain = await startBrowser(['--disable-gpu', '--disable-3d-apis', '--disable-webgl', '--disable-webgl2']);
  try {
    const page = await plain.newPage();
    await page.goto(`${explorer.url}${NODE}`);
    await page.locator('.focus-svg').waitFor();
    expect(await page.locator('.focus-svg a').count()).toBe(30);
    // Of the edges that cite it one bears the name of all; what they are stands in a title besides.
    expect(await page.locator('.focus-svg text', { hasText: /^refers to$/ }).count()).toBe(1);
    expect(await page.locator('.focus-svg title', { hasText: /^refers to$/ }).count()).toBeGreaterThan(20);
    await page.locator('.focus-svg a', { hasText: '910001' }).click();
    await page.getByRole('heading', { name: 'The message queue loses its order' }).waitFor();
  } finally {
    await plain.close();
  }
});
