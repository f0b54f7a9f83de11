import { defineConfig } from 'vitest/config';

/** The explorer's build, and how the tests run. */
export default defineConfig({
  root: '.',
  build: { outDir: 'dist/viz', emptyOutDir: true },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // The program itself is tested as it ships: test/program.ts compiles src to dist once before a run.
    globalSetup: ['test/program.ts'],
    testTimeout: 20_000,
  },
});
