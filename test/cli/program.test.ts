import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleFolder } from '../sample-archive.ts';
import { kbgraph } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

function run(...words: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Enough text for several batches, so that threads are at work: articles with much white space at their ends. */
function manyArticles(): string {
  const text = readFileSync(join(sampleFolder, 'q-articles', 'Q260411.TXT'), 'latin1');
  const files: Record<string, string> = {};
  for (let number = 300_001; number <= 300_000 + ARTICLES; number++) {
    files[`Q${number}.TXT`] = text.replaceAll('Q260411', `Q${number}`) + '\r\n'.repeat(20_000);
  }
  return temporaryFolder({ ...files, 'Q300050-list.TXT': 'Milk' })();
}

const ARTICLES = 100;

describe('the program', () => {
  it('prints the same records from threads as from one', async () => {
    const folder = manyArticles();
    const threaded = run('parse', folder);
    expect(threaded).toEqual(await kbgraph(['parse', folder]));
    expect(threaded.out.split('\n')).toHaveLength(ARTICLES + 1);
    expect(threaded.err.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });

  it('ends quietly when its reader has read enough', () => {
    const folder = manyArticles();
    const pipe = `"${process.execPath}" "${program}" parse "${folder}" | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', pipe], { encoding: 'utf8' });
    const [record = '', code] = stdout.split('\n');
    expect(JSON.parse(record)).toMatchObject({ dialect: 'q-article' });
    expect({ code, stderr }).toEqual({ code: '0', stderr: expect.not.stringContaining('EPIPE') });
  });

  it('ends with 2 for wrong use', () => {
    expect(run('nonsense').code).toBe(2);
    expect(run('parse', 'no-such-file').code).toBe(2);
    expect(run('show', '1', '--graph', 'no-such-file').code).toBe(2);
  });
});

describe('a build that is interrupted', () => {
  it('leaves the graph that was there, and nothing half-written', async () => {
    const folder = manyArticles();
    const path = temporaryFolder({ 'graph.db': 'the graph that was there' });
    const child = spawn(process.execPath, [program, 'build', folder, '--out', path('graph.db')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    while (readdirSync(path()).length === 1) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
    expect(err).toContain('Interrupted; nothing was changed.');
    expect(readdirSync(path())).toEqual(['graph.db']);
    expect(readFileSync(path('graph.db'), 'utf8')).toBe('the graph that was there');
  });
});

describe('the library', () => {
  it('builds, opens and asks a graph by the name of the package', () => {
    const path = temporaryFolder();
    const script = `
      import { buildGraph, openStore, show } from 'kbgraph';
      const [paths, out] = process.argv.slice(1);
      await buildGraph([paths], { out });
      const store = openStore(out);
      console.log(show(store, 'Q256480').edges.map(({ kind, node }) => kind + ' ' + node.label).join('\\n'));
      store.close();`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, sampleFolder, path('graph.db')],
      { encoding: 'utf8', cwd: fileURLToPath(new URL('../..', import.meta.url)) },
    );
    expect({ stderr, lines: stdout.split('\n') }).toEqual({
      stderr: '',
      lines: expect.arrayContaining(['fixed-in Exchange Server 5.5 SP4', 'applies-to Exchange Server 5.5 SP3']),
    });
  });
});

/** Starts the program and resolves once it prints an address. */
async function served(...words: string[]): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  for await (const chunk of child.stdout) {
    out += chunk;
    const address = /http:\/\/\S+/.exec(out)?.[0];
    if (address) return { address, child };
  }
  throw new Error(`no address in: ${out}`);
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

describe('kbgraph start', () => {
  it('builds, serves at the next free port, and ends in order', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as { port: number };
    const { address, child } = await served('start', sampleFolder, '--port', String(port));
    expect(address).not.toContain(`:${port}/`);
    expect((await fetch(address)).status).toBeLessThan(500);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });
});

describe('kbgraph serve', () => {
  it('serves a graph that was built before', async () => {
    const path = temporaryFolder();
    expect(run('build', sampleFolder, '--out', path('graph.db')).code).toBe(0);
    const { address, child } = await served('serve', '--graph', path('graph.db'), '--port', '0');
    expect((await fetch(address)).status).toBeLessThan(500);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
  });
});
