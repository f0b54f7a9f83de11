import type { NodeName } from '../../query/answer-parts.ts';
import type { Colors } from '../context.ts';
import { printable } from './printable.ts';

/** What a person types to name a node: an article's number alone, the whole id of anything else. */
export function articleNumber(id: string): string {
  return id.startsWith('article:') ? id.slice('article:'.length) : id;
}

/** A node as a line names it: `260695  XADM: …`, `Exchange Server 5.5 SP4`; with what is missing said. */
export function nodeName({ id, kind, label, status }: NodeName, { bold, dim }: Colors): string {
  if (kind !== 'article') return bold(printable(label));
  const number = bold(printable(articleNumber(id)));
  return status === 'cited' ? `${number}  ${dim('not in the archive')}` : `${number}  ${printable(label)}`;
}
