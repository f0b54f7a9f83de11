import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags } from './flags.ts';

export interface FileFlags extends GraphFlags {
  atLeast?: string;
  product?: string;
  platform?: string;
  stated?: boolean;
}

/** `kbgraph file`: the builds of a file and what ships them. */
export const file = buildCommand<FileFlags, [string], Context>({
  loader: async () => (await import('../run/file.ts')).runFile,
  parameters: {
    flags: {
      ...graphFlags,
      atLeast: {
        kind: 'parsed',
        parse: String,
        placeholder: 'VERSION',
        brief: 'Only builds no older than this one',
        optional: true,
      },
      product: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: "Only for this product, such as 'Exchange Server 5.5'",
        optional: true,
      },
      platform: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: 'Only for this platform (x86, Alpha), or one not told',
        optional: true,
      },
      stated: given('Leave out replacements that are inferred'),
    },
    positional: { kind: 'tuple', parameters: [{ parse: String, placeholder: 'FILE', brief: "A file's name" }] },
  },
  docs: {
    brief: 'List the builds of a file, newest first, with the fixes that ship them',
    fullDescription: `Lists builds by product, platform and branch, and says of each article whether it is current or what
replaced it.

Examples:
  kbgraph file ese.dll
  kbgraph file ese.dll --at-least 5.5.2652 --product "Exchange Server 5.5"
  kbgraph file tcpip.sys --platform Alpha --json`,
  },
});
