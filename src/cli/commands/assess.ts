import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags } from './flags.ts';

export interface AssessFlags extends GraphFlags {
  product?: string[];
  rows?: boolean;
  stated?: boolean;
}

/** `kbgraph assess`: what a machine is exposed to, what covers the rest, what to install next. */
export const assess = buildCommand<AssessFlags, string[], Context>({
  loader: async () => (await import('../run/assess.ts')).runAssess,
  parameters: {
    flags: {
      ...graphFlags,
      product: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: 'Its product, instead of what the capture tells',
        variadic: true,
        optional: true,
      },
      rows: given('Every row of the feeds for it, with how it stands'),
      stated: given('Leave out what is inferred, and alternatives'),
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        placeholder: 'HOST',
        brief: "Captures of one machine, '-' for the standard input",
      },
      minimum: 1,
    },
  },
  docs: {
    brief: 'Tell what a machine is exposed to, what covers the rest and what to install next',
    fullDescription: `Reads what a machine says of itself, in any language and code page: systeminfo, wmic qfe list,
Get-HotFix, exported registry keys, a list of files with versions, what ver or winver shows, or a
plain list of updates (with --product). Supersession counts only from what is installed, and only
for its products.

Examples:
  kbgraph assess host.txt --graph kb.db
  systeminfo | kbgraph assess - --graph kb.db
  kbgraph assess systeminfo.txt ver.txt --json
  kbgraph assess ids.txt --product "Windows 7 for x64-based Systems Service Pack 1"
  kbgraph assess host.txt --rows --stated`,
  },
});
