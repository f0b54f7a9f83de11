import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kbgraph } from './cli/run-in-process.ts';
import { sampleFolder } from './sample-archive.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The blocks that begin with `$ npx kbgraph …`: the command's words, and the output that follows. */
const examples = [...readme.matchAll(/^```\n\$ npx kbgraph (.+)\n([^`]*)^```$/gm)].map(
  ([, command = '', output = '']) => ({
    command,
    lines: output.trimEnd().split('\n'),
  }),
);

let graph = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-test-'));
  graph = join(folder, 'kbgraph.db');
  await kbgraph(['build', sampleFolder, '--out', graph]);
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('README.md', () => {
  it('shows what the main commands print', () => {
    expect(examples.map(({ command }) => command.split(' ')[0])).toEqual([
      'build',
      'show',
      'search',
      'chain',
      'plan',
      'identify',
      'breaks',
      'assess',
      'parse',
    ]);
  });

  // '…' on a line of its own, or at the end of one, stands for what is left out. Counts grow with the archive.
  it.each(examples)('shows what `$command` prints over the sample archive', async ({ command, lines }) => {
    const words = command.split(' ').map((word) => word.replace(/^data\b/, sampleFolder));
    const place = words[0] === 'parse' ? [] : words[0] === 'build' ? ['--out', graph] : ['--graph', graph];
    const { out } = await kbgraph([...words, ...place], { terminal: 100, env: { NO_COLOR: '1' } });
    const shape = (line: string) => (words[0] === 'build' ? line.replace(/[\d.,]+/g, '0').replace(/ +/g, ' ') : line);
    const printed = out.replaceAll(`${sampleFolder}/`, 'data/').replaceAll(graph, 'kbgraph.db').split('\n').map(shape);
    const missing = lines
      .filter((line) => line !== '…')
      .map(shape)
      .filter((line) =>
        line.endsWith(' …')
          ? !printed.some((candidate) => candidate.startsWith(line.slice(0, -2)))
          : !printed.includes(line),
      );
    expect(missing).toEqual([]);
  });
});
