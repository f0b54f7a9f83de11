import type { ShippedFile } from '../../model/graph.ts';
import type { Scope } from '../../model/relation.ts';
import type { AnswerEdge } from '../../query/show.ts';
import type { Output } from '../context.ts';
import { columns } from './columns.ts';
import { feedSays } from './feed-words.ts';
import { count } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

const INDENT = 2;
const QUOTE_INDENT = 6;

/** Edges of one kind and direction as lines: the other ends, and the sentences that say so. */
export function formatEdges(edges: readonly AnswerEdge[], output: Output): string[] {
  if (edges[0]?.kind === 'ships') return formatShipped(edges, output);
  return onePerPair(edges).flatMap((edge, at, all) => {
    const quotes = quotesOf(edge);
    // Several products of one line, or several fixes of one sentence: it is quoted once, after the last of them.
    const isQuotedBelow = quotes.join('\n') === quotesOf(all[at + 1]).join('\n');
    return [edgeLine(edge, all[at - 1], output), ...(isQuotedBelow ? [] : quoteLines(quotes, output))];
  });
}

/** An edge, and the scopes of all that say the same. */
interface ToldEdge extends AnswerEdge {
  scopes: (Scope | null)[];
}

/** Feeds say one thing of many platforms: that is one line. */
function onePerPair(edges: readonly AnswerEdge[]): ToldEdge[] {
  const told = new Map<string, ToldEdge>();
  for (const [at, edge] of edges.entries()) {
    const key = edge.basis === 'feed' ? `${edge.node.id} ${edge.rule} ${edge.group}` : String(at);
    const known = told.get(key);
    if (known === undefined) told.set(key, { ...edge, scopes: [edge.scope] });
    else known.scopes.push(edge.scope);
  }
  return [...told.values()];
}

function edgeLine(edge: ToldEdge, previous: AnswerEdge | undefined, { colors, width }: Output): string {
  const isAlternative = edge.group !== null && edge.group === previous?.group;
  const name = `${isAlternative ? 'or ' : ''}${nodeName(edge.node, colors)}${edge.orLater ? ' or later' : ''}`;
  if (edge.basis === 'feed') {
    const says = colors.yellow(`[${feedSays(edge.evidence, edge.scopes) || edge.rule}]`);
    return ' '.repeat(INDENT) + wrapIndented(`${name}  ${says}`, width, INDENT + 2);
  }
  const remarks = [
    holdsFor(edge),
    edge.basis !== 'stated' && `${edge.basis}: ${printable(edge.because ?? edge.rule)}`,
  ].filter(Boolean);
  const line = remarks.length === 0 ? name : `${name}  ${colors.yellow(`[${remarks.join('; ')}]`)}`;
  return ' '.repeat(INDENT) + wrapIndented(line, width, INDENT + 2);
}

function holdsFor({ scope }: AnswerEdge): string {
  return scope === null ? '' : `for ${printable(Object.values(scope).join(', '))}`;
}

/** The sentences of an edge, each once, without those that only repeat the number or the name beside them. */
function quotesOf(edge: AnswerEdge | undefined): string[] {
  if (edge === undefined) return [];
  // What a feed's record says stands on the line itself.
  const said = edge.evidence.filter(({ feed }) => feed === undefined);
  const quotes = new Set(said.map(({ quote }) => printable(quote)));
  const name = edge.node.label.toLowerCase();
  return [...quotes].filter((quote) => !/^(?:Q|KB)? ?\d{1,8}$/.test(quote) && quote.toLowerCase() !== name);
}

function quoteLines(quotes: readonly string[], { colors: { dim }, width }: Output): string[] {
  const [first, ...more] = quotes;
  if (!first) return [];
  const text = `“${first}”${more.length > 0 ? ` and in ${count(more.length)} more` : ''}`;
  return wrapIndented(text, width, QUOTE_INDENT)
    .split('\n')
    .map((line, at) => (at === 0 ? ' '.repeat(QUOTE_INDENT) : '') + line)
    .map(dim);
}

/** Rows of a file table: one a line, in columns; what a row holds for goes below where it does not fit beside. */
function formatShipped(edges: readonly AnswerEdge[], { width }: Output): string[] {
  const rows = edges.map((edge) => {
    const { version, platform, date, size } = edge.file ?? NOTHING;
    const name = edge.direction === 'out' ? edge.node.label : articleNumber(edge.node.id);
    const figures = size === null ? '' : count(size);
    return [name, version ?? '', platform ?? '', date ?? '', figures].map(printable);
  });
  return columns(rows, [4]).flatMap((row, at) => {
    const scope = holdsFor(edges[at] as AnswerEdge);
    const line = ' '.repeat(INDENT) + row;
    if (scope === '') return [line];
    if (line.length + 2 + scope.length <= width) return [`${line}  ${scope}`];
    return [line, ' '.repeat(QUOTE_INDENT) + wrapIndented(scope, width, QUOTE_INDENT)];
  });
}

const NOTHING: ShippedFile = { version: null, platform: null, date: null, size: null };
