import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each folder of src may import beside itself: a stage knows only what stands left of it. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  read: ['model'],
  parse: ['model'],
  extract: ['model'],
  feed: ['model', 'read'],
  // What a machine says of itself; it is compared with a graph by a query.
  host: ['model', 'read'],
  graph: ['model'],
  store: ['model', 'graph'],
  query: ['model', 'graph'],
  export: ['model', 'graph'],
  // Decode, parse and extract over batches of files, in threads.
  work: ['model', 'read', 'parse', 'extract'],
  serve: ['model', 'graph', 'store', 'query', 'export'],
  // src/pipeline.ts and src/index.ts compose the stages; only the program stands right of them.
  pipeline: ['model', 'read', 'parse', 'extract', 'feed', 'host', 'graph', 'store', 'query', 'export', 'work'],
  cli: [
    'model',
    'read',
    'parse',
    'extract',
    'feed',
    'host',
    'graph',
    'store',
    'query',
    'export',
    'work',
    'serve',
    'pipeline',
  ],
  // What is seen is also exported, in the page itself.
  viz: ['model', 'query', 'export'],
};

interface Import {
  from: string;
  to: string;
}

// `import … from './a.ts'`, `export … from './a.ts'`, `import './a.ts'` and `import('./a.ts')`
const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^'\n]{1,200})'/g;

function sourceFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

const files = [...sourceFiles('src'), ...sourceFiles('viz')];
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(SPECIFIER)].map(([, specifier = '']) => ({
    from,
    to: specifier.startsWith('.')
      ? relative(root, join(root, dirname(from), specifier))
          .split(sep)
          .join('/')
      : specifier,
  })),
);
const localImports = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('viz/'));

/** `src/parse/layout/lines.ts` → `parse`; `src/pipeline.ts` → `pipeline`; `viz/main.ts` → `viz`. */
function stage(file: string): string {
  const [top = '', second = ''] = file.split('/');
  if (top === 'viz') return 'viz';
  return second.endsWith('.ts') ? 'pipeline' : second;
}

/** One construct a file stands behind each of them: siblings do not know each other. */
const registries = files.filter((file) => file.endsWith('/registry.ts'));

const written = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the import table', () => {
  it('finds the sources and their imports', () => {
    expect(files).toContain('src/pipeline.ts');
    expect(localImports.map(written)).toContain('src/pipeline.ts imports src/read/read-sources.ts');
  });

  it('has a row for every folder', () => {
    expect(files.map(stage).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
  });

  it('lets a stage import only what stands left of it', () => {
    const wrong = localImports.filter(({ from, to }) => {
      const own = stage(from);
      return stage(to) !== own && !MAY_IMPORT[own]?.includes(stage(to));
    });
    expect(wrong.map(written)).toEqual([]);
  });

  it('lets no import leave the folders of the sources', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('..') || /^(?:test|data|dist)\//.test(to));
    expect(wrong.map(written)).toEqual([]);
  });

  it.each(registries)('keeps what %s lists apart', (registry) => {
    const listed = localImports.filter(({ from }) => from === registry).map(({ to }) => to);
    const inFolderBelow = (file: string) => dirname(file).startsWith(`${dirname(registry)}/`);
    const wrong = localImports.filter(
      ({ from, to }) => listed.includes(to) && (listed.includes(from) || inFolderBelow(from)),
    );
    expect(listed).not.toEqual([]);
    expect(wrong.map(written)).toEqual([]);
  });

  it('gives the explorer only what runs in a browser', () => {
    const reached = new Set(files.filter((file) => stage(file) === 'viz'));
    for (const file of reached) {
      for (const { from, to } of localImports) if (from === file) reached.add(to);
    }
    const wrong = imports.filter(({ from, to }) => reached.has(from) && to.startsWith('node:'));
    expect(wrong.map(written)).toEqual([]);
  });
});
