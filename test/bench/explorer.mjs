// node test/bench/explorer.mjs [STORE]: opens the explorer of the sample, and of a store of the whole corpus, in the
// browser of the tests with software rendering, and prints medians of 5 beside what they must not exceed.
// Without STORE it builds one, where the corpus is there. Needs `npm run build`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { corpus, program } from './measure.mjs';

const ROUNDS = 5;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { module } = await runnerImport(join(root, 'test/browser/browser.ts'), { root, logLevel: 'error' });
const { openStore } = await import('../../dist/store/open-store.js');
const { serve } = await import('../../dist/serve/serve.js');
const folder = mkdtempSync(join(tmpdir(), 'kbgraph-bench-explorer-'));

const build = (paths, file) =>
  execFileSync(process.execPath, [program, 'build', ...paths, '--out', file], { stdio: 'ignore', cwd: root });
const sample = join(folder, 'sample.db');
build([join(root, 'data')], sample);
let [whole] = process.argv.slice(2);
if (!whole && existsSync(corpus)) {
  whole = join(folder, 'corpus.db');
  build([corpus], whole);
}

// Tells when the first picture of the map is on the screen: two frames after it was drawn.
const WATCH = `
  window.seen = {};
  new MutationObserver(() => {
    const mark = (name, selector) => {
      if (window.seen[name] !== undefined || !document.querySelector(selector)) return;
      window.seen[name] = null;
      requestAnimationFrame(() => requestAnimationFrame(() => { window.seen[name] = performance.now(); }));
    };
    mark('map', '.map-canvas[data-open] canvas');
    mark('ready', 'html[data-ready]');
    mark('edges', '.map-canvas[data-drawn]');
  }).observe(document, { subtree: true, attributes: true, childList: true });
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
`;

const browser = await module.startBrowser();
try {
  await measure('sample', sample, {
    queries: ['KB256480', 'ese.dll', 'service pack 4', 'bakcup'],
    limits: { ready: 1000 },
  });
  if (whole) {
    const queries = ['Q179129', 'tcpip.sys', 'windows nt service pack', '5.5.2652.31', 'exchagne'];
    await measure('whole corpus', whole, { queries, limits: { map: 1500, search: 2000 } });
  } else console.log(`skipped: there is no ${corpus} (the corpus of real articles lies beside the project)`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(title, file, { queries, limits }) {
  const store = openStore(file);
  const server = await serve(store, { port: 0 });
  // What the server prepares when it starts is not the page's.
  await fetch(`${server.url}api/search?q=a`);
  console.log(`${title}: ${store.nodeCount} nodes, ${store.edgeCount} edges`);
  const opened = await repeat(() => openMap(server.url, queries[0]));
  print(
    'first pixels of the map',
    opened.map(({ map }) => map),
    limits.map,
  );
  print(
    'interactive: names, edges and links are there',
    opened.map(({ ready }) => ready),
    limits.ready,
  );
  print(
    'the edges of the map are drawn',
    opened.map(({ edges }) => edges),
  );
  print(
    'searchable: a hit is shown for what was typed at once',
    opened.map(({ search }) => search),
    limits.search,
  );

  const page = await newPage();
  await page.goto(server.url);
  await page.waitForFunction('window.seen.edges > 0');
  const heap = await heapOf(page);
  print('JS heap after the map', [heap], 200, 'MB');
  print('longest task while hovering and moving', await repeat(() => hover(page)), 50);
  print('from a keystroke to its hits', await typing(page, queries), 50);
  await openFocus(page, store.node(store.map().importance.indexOf(Math.max(...store.map().importance))).id);
  const nodes = [...new Set(queries.flatMap((query) => search(store, query)))].slice(0, ROUNDS);
  const focused = [];
  for (const id of nodes) focused.push(await openFocus(page, id));
  print('from selecting a node to its complete focus view', focused, 200);

  const change = async () => {
    await page.evaluate(
      (id) => {
        location.hash = `#/map/${id}`;
      },
      nodes[0].replace(':', '/'),
    );
    await page.locator('.map-canvas canvas').first().waitFor();
    await page.evaluate(
      (id) => {
        location.hash = `#/${id}`;
      },
      nodes[0].replace(':', '/'),
    );
    await page.locator('canvas.sigma-links').waitFor();
  };
  // Code that was compiled for the first changes stays.
  for (let round = 0; round < 10; round++) await change();
  const before = await heapOf(page);
  for (let round = 0; round < 100; round++) await change();
  const after = await heapOf(page);
  print('growth of the JS heap over 200 changes of the view', [(after / before - 1) * 100], 20, '%');
  await page.context().close();
  await server.close();
  store.close();
}

function search(store, query) {
  const found = store.searchText([{ text: query }], { limit: 3 }).map(({ article }) => `article:${article}`);
  return found.filter((id) => store.indexOf(id) !== null);
}

async function openMap(url, query) {
  const page = await newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#query').waitFor();
  await page.waitForFunction('document.documentElement.dataset.theme');
  await page.locator('#query').fill(query);
  await page.locator('#hits [role=option]').first().waitFor();
  const searched = await page.evaluate('performance.now()');
  await page.waitForFunction('window.seen.map > 0 && window.seen.ready > 0 && window.seen.edges > 0');
  const seen = await page.evaluate('window.seen');
  await page.context().close();
  return { ...seen, search: searched };
}

/** The longest task while the pointer goes over the map and moves it, in milliseconds; 0 where none took 50. */
async function hover(page) {
  await page.evaluate('window.tasks.length = 0');
  const box = await page.locator('.map-canvas').boundingBox();
  for (let step = 0; step < 40; step++) {
    const t = step / 40;
    await page.mouse.move(box.x + box.width * (0.2 + 0.6 * t), box.y + box.height * (0.5 + 0.3 * Math.sin(t * 9)));
  }
  await page.mouse.down();
  for (let step = 0; step < 10; step++) await page.mouse.move(box.x + 300 + step * 8, box.y + 300 + step * 4);
  await page.mouse.up();
  await page.waitForTimeout(300);
  return page.evaluate('Math.max(0, ...window.tasks)');
}

/** Milliseconds from each keystroke until its hits are on the screen. */
async function typing(page, queries) {
  const times = [];
  for (const query of queries) {
    await page.locator('#query').fill('');
    for (let length = 2; length <= query.length; length++) {
      times.push(
        await page.evaluate(
          (text) =>
            new Promise((resolve) => {
              const input = document.querySelector('#query');
              const list = document.querySelector('#hits');
              const started = performance.now();
              const watch = new MutationObserver(() => {
                if (list.dataset.answers !== text) return;
                watch.disconnect();
                resolve(performance.now() - started);
              });
              watch.observe(list, { attributes: true });
              input.focus();
              input.value = text;
              input.dispatchEvent(new Event('input', { bubbles: true }));
              setTimeout(() => resolve(performance.now() - started), 3000);
            }),
          query.slice(0, length),
        ),
      );
    }
  }
  return times;
}

/** Milliseconds from the change of the address until the focus view is drawn. */
function openFocus(page, id) {
  return page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const started = performance.now();
        location.hash = `#/${wanted.replace(':', '/')}`;
        const look = () => {
          const drawn = document.querySelector('.focus-canvas')?.dataset.drawn === wanted;
          if (drawn && document.querySelector('canvas.sigma-links'))
            requestAnimationFrame(() => resolve(performance.now() - started));
          else if (performance.now() - started > 20_000) resolve(Number.POSITIVE_INFINITY);
          else setTimeout(look, 1);
        };
        look();
      }),
    id,
  );
}

async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6;
}

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  return page;
}

async function repeat(run) {
  const results = [];
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return results;
}

function print(what, values, limit, unit = 'ms') {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const most = sorted.at(-1);
  const bound = limit === undefined ? '' : ` (at most ${limit})`;
  const spread = values.length > 1 ? `, largest ${most.toFixed(0)}` : '';
  console.log(`  ${what}: ${median.toFixed(unit === 'ms' ? 0 : 1)} ${unit}${bound}${spread}`);
  if (limit !== undefined && median > limit) process.exitCode = 1;
}
