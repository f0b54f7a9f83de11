import { defineConfig } from 'vitest/config';

/** The explorer's build, and how the tests run. */
export default defineConfig({
  root: '.',
  publicDir: false,
  // Browsers that draw WebGL 2 and know light-dark(); nothing is inlined, since the page's policy allows no inline script.
  build: {
    outDir: 'dist/viz',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // The program itself is tested as it ships: test/program.ts compiles src to dist once before a run.
    globalSetup: ['test/program.ts'],
    // Patient: a busy machine is slow, and no test measures time by the clock.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
