import { buildCommand } from '@stricli/core';
import { UsageError } from '../../model/diagnostic.ts';
import { EDGE_KINDS, type EdgeKind } from '../../model/graph.ts';
import { PATH_DIRECTIONS, type PathDirection } from '../../query/walk-options.ts';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags, wholeNumber } from './flags.ts';

export interface PathFlags extends GraphFlags {
  kinds?: EdgeKind[];
  direction?: PathDirection;
  count: number;
  longest: number;
  hubs?: boolean;
  stated?: boolean;
}

/** `kbgraph path`: how two things are joined. */
export const path = buildCommand<PathFlags, [string, string], Context>({
  loader: async () => (await import('../run/path.ts')).runPath,
  parameters: {
    flags: {
      ...graphFlags,
      kinds: {
        kind: 'parsed',
        parse: readKinds,
        placeholder: 'KIND,…',
        brief: 'Only these kinds of edges',
        optional: true,
      },
      direction: {
        kind: 'enum',
        values: PATH_DIRECTIONS,
        brief: 'Either way, only along edges, only against them',
        optional: true,
      },
      count: {
        kind: 'parsed',
        parse: wholeNumber('--count', 1, 100),
        placeholder: 'N',
        brief: 'How many paths',
        default: '3',
      },
      longest: {
        kind: 'parsed',
        parse: wholeNumber('--longest', 1, 100),
        placeholder: 'N',
        brief: 'How many steps a path may have',
        default: '6',
      },
      hubs: given('Lead through products and other hubs too'),
      stated: given('Leave out what is inferred'),
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: String, placeholder: 'FROM', brief: 'Where the path begins: an id or a name' },
        { parse: String, placeholder: 'TO', brief: 'Where it ends' },
      ],
    },
  },
  docs: {
    brief: 'Show the shortest paths between two things, with what says so at each step',
    fullDescription: `Paths lead through no hub (what nearly everything is joined to, such as products and service packs)
unless --hubs is given.

Kinds of edges:
  ${EDGE_KINDS.slice(0, 8).join(', ')},
  ${EDGE_KINDS.slice(8).join(', ')}

Examples:
  kbgraph path Q260695 Q241516
  kbgraph path Q179129 ese.dll --hubs
  kbgraph path Q154087 Q182918 --kinds supersedes,publishes --direction in
  kbgraph path Q260695 Q254682 --json`,
  },
});

function readKinds(text: string): EdgeKind[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return words.map((word) => {
    const kind = EDGE_KINDS.find((known) => known === word);
    if (kind !== undefined) return kind;
    throw new UsageError('unknown-kind', `'${word}' is no kind of edge. The kinds are ${EDGE_KINDS.join(', ')}.`);
  });
}
