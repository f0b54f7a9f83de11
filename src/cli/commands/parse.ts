import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { given, pathsToRead } from './flags.ts';

export interface ParseFlags {
  text?: boolean;
  verbose?: boolean;
}

/** `kbgraph parse`: articles and their relations as NDJSON. */
export const parse = buildCommand<ParseFlags, string[], Context>({
  loader: async () => (await import('../run/parse.ts')).runParse,
  parameters: {
    flags: {
      text: given("Print one file's decoded text, in which offsets count"),
      verbose: given('List every diagnostic, not only the first of each rule'),
    },
    positional: pathsToRead,
  },
  docs: {
    brief: 'Print articles and their relations as NDJSON, one article a line',
    fullDescription: `Reads the paths and prints one JSON object for each article, in the order of reading:
  {"id", "dialect", "title", "modified", "source", "relations": [...], ...}
and each relation as
  {"type", "target", "evidence": [{"from", "to", "quote"}], ...}
What is no article, or could not be read, is a line on stderr.

Examples:
  kbgraph parse Q260695.TXT
  kbgraph parse articles/ more.zip > records.ndjson
  kbgraph parse kbarchive.tar.gz | head -1 | jq .relations
  kbgraph parse --text Q260695.TXT`,
  },
});
