import { readFileSync } from 'node:fs';
import { readCapture } from '../../host/read-capture.ts';
import { UsageError } from '../../model/diagnostic.ts';
import type { HostCapture } from '../../model/host.ts';
import { type AssessAnswer, type AssessOptions, assess, UnknownHostError } from '../../query/assess.ts';
import type { Store } from '../../store/open-store.ts';
import type { AssessFlags } from '../commands/assess.ts';
import type { Context } from '../context.ts';
import { NotInGraphError } from '../failure.ts';
import { formatAssessment } from '../terminal/assess-page.ts';
import { formatRows } from '../terminal/assess-rows.ts';
import { printable } from '../terminal/printable.ts';
import { ask } from './ask.ts';

const STANDARD_INPUT = 0;

/** Prints what a machine is exposed to, what covers the rest, and what to install next. */
export async function runAssess(this: Context, flags: AssessFlags, ...files: string[]): Promise<void> {
  const captures = [...new Set(files)].map(capture);
  await ask(flags.graph, async (store) => {
    const { product = [], rows = false, stated = false } = flags;
    const answer = answerFor(store, captures, { products: product, rows, stated });
    if (flags.json) await this.out.writeJson(answer);
    else if (answer.rows !== null) for (const block of formatRows(answer, answer.rows)) await this.out.write(block);
    else await this.out.write(formatAssessment(answer, this.out));
  });
}

function answerFor(store: Store, captures: readonly HostCapture[], options: AssessOptions): AssessAnswer {
  try {
    return assess(store, captures, options);
  } catch (error) {
    if (!(error instanceof UnknownHostError)) throw error;
    throw new NotInGraphError(printable(error.message), error.near.map(printable), 'The nearest that are known:');
  }
}

function capture(file: string): HostCapture {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? STANDARD_INPUT : file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : String((error as Error).message);
    throw new UsageError(
      'unreadable',
      `'${printable(file)}' cannot be read: ${why}. Expected is a capture of a machine.`,
    );
  }
  return readCapture(file, bytes);
}
