import { buildCommand } from '@stricli/core';
import * as formats from '../../export/registry.ts';
import { UsageError } from '../../model/diagnostic.ts';
import type { Context } from '../context.ts';
import { given, graphFlags } from './flags.ts';

export interface ExportFlags {
  graph: string;
  out?: string;
  sentences?: boolean;
}

export type Format = (typeof formats)[keyof typeof formats];

const FORMATS = Object.values(formats);

/** `kbgraph export`: the whole graph in another tool's format. */
export const exportCommand = buildCommand<ExportFlags, [Format], Context>({
  loader: async () => (await import('../run/export.ts')).runExport,
  parameters: {
    flags: {
      graph: graphFlags.graph,
      out: {
        kind: 'parsed',
        parse: String,
        placeholder: 'FILE',
        brief: 'Where to write it; the standard output unless told',
        optional: true,
      },
      sentences: given('Write the sentences, not only their places; takes longer'),
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          parse: readFormat,
          placeholder: 'FORMAT',
          brief: FORMATS.map(({ name }) => name).join(', '),
        },
      ],
    },
  },
  docs: {
    brief: "Write the whole graph in another tool's format",
    fullDescription: `Writes every node and edge with its kind, what it rests on, its scope and the place of its
evidence.

${FORMATS.map(({ name, label }) => `  ${name.padEnd(10)}  ${label}`).join('\n')}

Examples:
  kbgraph export gexf --out kb.gexf
  kbgraph export edges-csv --sentences > edges.csv`,
  },
});

function readFormat(text: string): Format {
  const format = FORMATS.find(({ name }) => name === text.toLowerCase());
  if (format) return format;
  const known = FORMATS.map(({ name }) => name).join(', ');
  throw new UsageError('unknown-format', `There is no format '${text}'. There are ${known}.`);
}
