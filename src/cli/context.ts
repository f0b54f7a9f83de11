import type { CommandContext, StricliProcess } from '@stricli/core';
import pc from 'picocolors';
import { printableJson } from './terminal/printable.ts';

/** Colours that are plain text where the stream is no terminal. */
export type Colors = ReturnType<typeof pc.createColors>;

/** One of the program's two outputs. */
export interface Output {
  isTerminal: boolean;
  /** Characters in a line; 100 where it is no terminal. */
  width: number;
  colors: Colors;
  /** Writes, and resolves once more may be written: a slow reader slows the work down. */
  write(text: string | Uint8Array): Promise<void>;
  /** Writes one value as JSON, indented for people, on a terminal without anything that it would act on. */
  writeJson(value: unknown): Promise<void>;
}

/** What every command runs in. */
export interface Context extends CommandContext {
  readonly process: StricliProcess;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
}

/** A stream as far as an output needs one. */
export interface OutputStream {
  write(text: string | Uint8Array): boolean;
  once(event: 'drain', listener: () => void): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** The context over two streams; tests give their own. */
export function createContext(
  stdout: OutputStream,
  stderr: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
): Context {
  const out = createOutput(stdout, env);
  const err = createOutput(stderr, env);
  const colorDepth = (output: Output) => () => (output.colors.isColorSupported ? 24 : 1);
  return {
    process: {
      stdout: { write: (text) => void stdout.write(text), getColorDepth: colorDepth(out) },
      stderr: { write: (text) => void stderr.write(text), getColorDepth: colorDepth(err) },
      env,
    },
    env,
    out,
    err,
  };
}

function createOutput(stream: OutputStream, env: Context['env']): Output {
  const isTerminal = stream.isTTY === true;
  const isPlain = !isTerminal || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  const write = async (text: string | Uint8Array): Promise<void> => {
    if (!stream.write(text)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  };
  return {
    isTerminal,
    width: isTerminal ? Math.min(Math.max(stream.columns ?? 80, 40), 120) : 100,
    colors: pc.createColors(!isPlain),
    write,
    writeJson: (value) => {
      const json = `${JSON.stringify(value, null, 2)}\n`;
      return write(isTerminal ? printableJson(json) : json);
    },
  };
}
