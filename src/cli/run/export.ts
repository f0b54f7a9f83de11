import { rename, rm, writeFile } from 'node:fs/promises';
import { wholeGraph } from '../../export/whole-graph.ts';
import { UsageError } from '../../model/diagnostic.ts';
import { createQuoter } from '../../query/quote-evidence.ts';
import { stats } from '../../query/stats.ts';
import type { ExportFlags, Format } from '../commands/export.ts';
import type { Context } from '../context.ts';
import { counted } from '../terminal/figures.ts';
import { printable, printableLines } from '../terminal/printable.ts';
import { ask } from './ask.ts';

/** Characters that are written at once. */
const PIECE = 1 << 16;

/** Writes the whole graph in another tool's format. */
export async function runExport(this: Context, flags: ExportFlags, format: Format): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { dataDate, paths, nodes, edges } = stats(store);
    const graph = wholeGraph(store, {
      title: `The graph of ${paths.join(', ')}`,
      source: `kbgraph, data up to ${dataDate ?? 'an unknown date'}`,
      // A quoter keeps the articles that it has read: one for each node keeps few.
      quoteOf: flags.sentences ? () => createQuoter(store) : null,
    });
    const pieces = inPieces(format.write(graph));
    if (flags.out === undefined) {
      for (const piece of pieces) await this.out.write(this.out.isTerminal ? printableLines(piece) : piece);
      return;
    }
    await replaceFile(flags.out, pieces);
    const size = `${counted(nodes, 'node')} and ${counted(edges, 'edge')}`;
    await this.out.write(`Wrote ${printable(flags.out)}, ${format.label}: of a graph of ${size}.\n`);
  });
}

function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A reader of the file sees the old one or the new one, whatever happens on the way. */
async function replaceFile(file: string, pieces: Iterable<string>): Promise<void> {
  const draft = `${file}.part`;
  try {
    await writeFile(draft, pieces);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError('cannot-write', `${file} cannot be written: ${(error as Error).message}.`);
  }
}
