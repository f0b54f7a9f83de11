import { show } from '../../query/show.ts';
import type { Store } from '../../store/open-store.ts';
import type { ShowFlags } from '../commands/show.ts';
import type { Context } from '../context.ts';
import { NotInGraphError } from '../failure.ts';
import { formatNode } from '../terminal/node-page.ts';
import { printable, printableLines } from '../terminal/printable.ts';
import { ask, notInGraph } from './ask.ts';

/** Edges of one kind that are listed for people, unless they ask for more. */
const LISTED = 15;
/** Edges of one kind in JSON, unless it is told otherwise: all but those of the largest hubs. */
const IN_JSON = 100_000;

/** Prints everything about a node, or an article's text. */
export async function runShow(this: Context, flags: ShowFlags, id: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const answer = show(store, id, { limit: flags.limit ?? (flags.json ? IN_JSON : LISTED) });
    if (answer === null) throw notInGraph(store, flags.graph, id);
    if (flags.text) await this.out.write(textOf(store, answer.id, flags.graph, this.out.isTerminal));
    else if (flags.json) await this.out.writeJson(answer);
    else await this.out.write(formatNode(answer, this.out));
  });
}

function textOf(store: Store, id: string, file: string, isTerminal: boolean): string {
  const article = store.article(id.replace(/^article:/, ''));
  if (article === null)
    throw new NotInGraphError(`The graph ${printable(file)} holds no text of ${printable(id)}.`, []);
  return isTerminal ? printableLines(article.text) : article.text;
}
