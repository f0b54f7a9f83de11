import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { serve } from '../../src/serve/serve.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { startBrowser } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

/** The explorer in a browser, on a graph of its own; each test gets a fresh page. */
export interface ExplorerPage {
  readonly page: Page;
  readonly url: string;
  /** Opens an address of the explorer in the page and waits until the graph is there. */
  visit(hash?: string): Promise<void>;
  /** Goes on in a page of another size or theme. */
  look(look: Partial<Look>): Promise<void>;
  /** Types a query into the search and takes the first hit. */
  choose(query: string): Promise<void>;
  /** What axe calls serious or worse, with the elements. */
  violations(): Promise<string[]>;
  /** Complaints of the page that a test expects. */
  forgive(pattern: RegExp): void;
}

/**
 * Sets the explorer up for a file of tests; `write` makes the store in a file, or names one that is there already.
 * A page that complains fails its test.
 */
export function useExplorer(write: (file: string) => unknown): ExplorerPage {
  // A browser with software rendering on a busy machine takes its time.
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 600_000 });
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-explorer-'));
  let browser: Browser;
  let store: Store;
  let server: Awaited<ReturnType<typeof serve>>;
  let context: BrowserContext | undefined;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    const own = join(folder, 'graph.db');
    const site = join(folder, 'site');
    let named: unknown;
    [browser, , named] = await Promise.all([
      startBrowser(),
      build({ logLevel: 'error', build: { outDir: site } }),
      write(own),
    ]);
    store = openStore(typeof named === 'string' ? named : own);
    server = await serve(store, { port: 0, site });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => open({}));
  afterEach(async () => {
    const found = complaints;
    await context?.close();
    expect(found).toEqual([]);
  });

  async function open({ width = 1280, height = 800, theme = 'light' }: Partial<Look>): Promise<void> {
    await context?.close();
    complaints = [];
    context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const isOwn = /^(?:data|blob):/.test(request.url()) || request.url().startsWith(server.url);
      if (!isOwn) complaints.push(request.url());
    });
  }
  return {
    get page() {
      return page;
    },
    get url() {
      return server.url;
    },
    async visit(hash = '') {
      // Another hash alone would not load the page again.
      await page.goto('about:blank');
      await page.goto(server.url + hash);
      await page.waitForSelector('html[data-ready]');
    },
    look: open,
    async choose(query) {
      await page.keyboard.press('/');
      await page.keyboard.type(query);
      await page.keyboard.press('Enter');
    },
    async violations() {
      await page.evaluate(AXE);
      const found = (await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.slice(0, 4).map(({ html }) => html.slice(0, 160)).join(' | ')))",
      )) as string[];
      return found;
    },
    forgive(pattern) {
      complaints = complaints.filter((complaint) => !pattern.test(complaint));
    },
  };
}
