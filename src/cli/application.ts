import {
  type Application,
  type ApplicationText,
  buildApplication,
  buildRouteMap,
  ExitCode,
  run,
  text_en,
} from '@stricli/core';
import * as registry from './commands/registry.ts';
import type { Context } from './context.ts';
import { EXIT, exitCodeFor, explain } from './failure.ts';
import { unknownCommand, wrongWords } from './wrong-words.ts';

const text: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections }) => unknownCommand(input, corrections),
  exceptionWhileParsingArguments: wrongWords,
  exceptionWhileRunningCommand: (error) => explain(error),
  exceptionWhileLoadingCommandFunction: (error) => explain(error),
  exceptionWhileLoadingCommandContext: (error) => explain(error),
  commandErrorResult: (error) => explain(error),
};

const OVERVIEW = `kbgraph reads archives of Microsoft Knowledge Base articles and makes one graph of them:
who references whom, what must be installed first, what replaces what, which build of a file
ships where, what breaks what. Every edge shows the sentence that it comes from.

A graph is one file. Build it once, then ask it:
  kbgraph build kbarchive/txt --out kb.db
  kbgraph show Q260695 --graph kb.db
  kbgraph search tape driver --graph kb.db
  kbgraph assess host.txt --graph kb.db
  kbgraph serve --graph kb.db

To look at the sample archive in a browser: npm start`;

/** The program: its commands, its help and its exit codes. */
export const application: Application<Context> = buildApplication(
  buildRouteMap({
    routes: registry,
    docs: {
      brief: 'One graph of Knowledge Base articles, fixes, files, products and service packs',
      fullDescription: OVERVIEW,
    },
  }),
  {
    name: 'kbgraph',
    versionInfo: { getCurrentVersion: readVersion },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: { onlyRequiredInUsageLine: true },
    localization: { text },
    determineExitCode: exitCodeFor,
  },
);

/** Runs one command line, without the program's name, and gives its exit code. */
export async function runCommandLine(words: readonly string[], context: Context): Promise<number> {
  await run(application, words, context);
  const code = Number(context.process.exitCode ?? EXIT.answered);
  if (code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument) return EXIT.wrongUse;
  return code < 0 ? EXIT.bug : code;
}

async function readVersion(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const description = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(description.version);
}
