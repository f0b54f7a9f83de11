#!/usr/bin/env node
import { runCommandLine } from './application.ts';
import { createContext } from './context.ts';
import { EXIT } from './failure.ts';

// `kbgraph parse … | head` closes our output early: that is the reader's good right and no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.answered);
    throw error;
  });
}

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  createContext(process.stdout, process.stderr, process.env),
);
