import type { ShippedFile } from '../../model/graph.ts';
import type { AnswerEdge } from '../../query/show.ts';
import type { Output } from '../context.ts';
import { columns } from './columns.ts';
import { count } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

const INDENT = 2;
const QUOTE_INDENT = 6;

/** Edges of one kind and direction as lines: the other ends, and the sentences that say so. */
export function formatEdges(edges: readonly AnswerEdge[], output: Output): string[] {
  if (edges[0]?.kind === 'ships') return formatShipped(edges, output);
  return edges.flatMap((edge, at) => {
    const quotes = quotesOf(edge);
    // Several products of one line, or several fixes of one sentence: it is quoted once, after the last of them.
    const isQuotedBelow = quotes.join('\n') === quotesOf(edges[at + 1]).join('\n');
    return [edgeLine(edge, edges[at - 1], output), ...(isQuotedBelow ? [] : quoteLines(quotes, output))];
  });
}

function edgeLine(edge: AnswerEdge, previous: AnswerEdge | undefined, { colors, width }: Output): string {
  const isAlternative = edge.group !== null && edge.group === previous?.group;
  const name = `${isAlternative ? 'or ' : ''}${nodeName(edge.node, colors)}${edge.orLater ? ' or later' : ''}`;
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
  const quotes = new Set(edge.evidence.map(({ quote }) => printable(quote)));
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
