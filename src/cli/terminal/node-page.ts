import { EDGE_WORDS, GROUP_ORDER } from '../../model/edge-words.ts';
import type { NodeAnswer } from '../../query/show.ts';
import type { Output } from '../context.ts';
import { formatEdges } from './edge-lines.ts';
import { count } from './figures.ts';
import { articleNumber } from './node-name.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** Everything about a node, for people: what it is, then its edges by what they say. */
export function formatNode(node: NodeAnswer, output: Output): string {
  const { bold, dim } = output.colors;
  const lines = [...heading(node, output), ''];
  for (const [kind, direction] of GROUP_ORDER) {
    const total = node.counts[direction][kind] ?? 0;
    if (total === 0) continue;
    const edges = node.edges.filter((edge) => edge.kind === kind && edge.direction === direction);
    lines.push(`${bold(EDGE_WORDS[kind][direction])} ${dim(`(${count(total)})`)}`, ...formatEdges(edges, output));
    if (total > edges.length) {
      lines.push(dim(`  … and ${count(total - edges.length)} more; --limit N lists more of them, --json all`));
    }
    lines.push('');
  }
  lines.push(dim(dataLine(node.dataDate)));
  return `${lines.join('\n')}\n`;
}

/** What every answer says of its data. */
export function dataLine(dataDate: string | null): string {
  return dataDate === null ? 'The articles state no date.' : `Data up to ${dataDate}.`;
}

function heading(node: NodeAnswer, { colors: { bold, cyan, dim }, width }: Output): string[] {
  const { dialect, category, source, family, aliases, keywords, title: cveTitle, severity, exploits } = node.attributes;
  const name = node.kind === 'article' ? articleNumber(node.id) : node.id;
  const title = wrapIndented(printable(node.label), width, 0).split('\n').map(bold);
  const facts = [
    node.kind.replaceAll('-', ' '),
    node.status === 'cited' && 'not in the archive, only cited',
    category,
    node.date,
    severity,
    dialect,
    family && `family:${family}`,
    node.copies > 1 && `${node.copies} copies, the newest shown`,
  ];
  const rest = [
    cveTitle,
    facts.filter(Boolean).join(' · '),
    source,
    exploits &&
      `exploits: ${exploits.slice(0, 5).join(' ')}${exploits.length > 5 ? ` and ${exploits.length - 5} more` : ''}`,
    aliases && aliases.length > 1 && `also written ${aliases.slice(0, 6).join('; ')}`,
    keywords && keywords.length > 0 && keywords.join(' '),
  ];
  return [
    cyan(printable(name)),
    ...title,
    ...rest.flatMap((line) => (line ? wrapIndented(printable(line), width, 0).split('\n').map(dim) : [])),
  ];
}
