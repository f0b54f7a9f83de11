import { serve } from '../../serve/serve.ts';
import { openStore } from '../../store/open-store.ts';
import type { GraphFlags, ServeFlags } from '../commands/flags.ts';
import type { Context } from '../context.ts';
import { untilInterrupted } from '../interrupt.ts';

/** Serves a store until it is interrupted. */
export async function runServe(this: Context, flags: ServeFlags & Pick<GraphFlags, 'graph'>): Promise<void> {
  await serveUntilInterrupted(this, flags.graph, flags);
}

/** Opens and serves a store, prints its address, tells `onAddress`, and closes both when it is interrupted. */
export async function serveUntilInterrupted(
  context: Context,
  file: string,
  { port, host }: ServeFlags,
  onAddress?: (address: string) => void,
): Promise<void> {
  const store = openStore(file);
  try {
    const interrupted = untilInterrupted();
    const server = await serve(store, { port, host });
    const { bold, dim } = context.out.colors;
    await context.out.write(`kbgraph serves at ${bold(server.url)}  ${dim('(Ctrl+C ends it)')}\n`);
    onAddress?.(server.url);
    await interrupted;
    await server.close();
  } finally {
    store.close();
  }
}
