import { Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/application.ts';
import { createContext } from '../../src/cli/context.ts';

/** What a command line printed, and its exit code. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line as the program does, from the sources; `terminal` makes both outputs terminals of that width. */
export async function kbgraph(
  words: readonly string[],
  { terminal, env = {} }: { terminal?: number; env?: Record<string, string> } = {},
): Promise<Ran> {
  const out = collector(terminal);
  const err = collector(terminal);
  const code = await runCommandLine(words, createContext(out, err, env));
  return { code, out: out.text(), err: err.text() };
}

function collector(terminal: number | undefined): Writable & { isTTY?: boolean; columns?: number; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, {
    text: () => Buffer.concat(chunks).toString('utf8'),
    ...(terminal !== undefined && { isTTY: true, columns: terminal }),
  });
}
