import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags } from './flags.ts';

export interface IdentifyFlags extends GraphFlags {
  stated?: boolean;
}

/** `kbgraph identify`: where a build on disk comes from. */
export const identify = buildCommand<IdentifyFlags, [string, string], Context>({
  loader: async () => (await import('../run/identify.ts')).runIdentify,
  parameters: {
    flags: { ...graphFlags, stated: given('Leave out replacements that are inferred') },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: String, placeholder: 'FILE', brief: "A file's name" },
        { parse: String, placeholder: 'VERSION', brief: 'Its version, as its properties show it' },
      ],
    },
  },
  docs: {
    brief: 'Tell which service pack and fixes a build on disk comes from',
    fullDescription: `Finds the build among those that articles ship, or the two that it lies between, and its place
among the service packs. Builds are compared within one line: those of Terminal Server are not
those of Windows NT.

Examples:
  kbgraph identify ese.dll 5.5.2652.6
  kbgraph identify mswsock.dll 4.0.1381.33472 --json`,
  },
});
