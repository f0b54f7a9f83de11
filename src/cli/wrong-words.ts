import { ArgumentScannerError, formatMessageForArgumentScannerError } from '@stricli/core';
import { UsageError } from '../model/diagnostic.ts';
import { printable } from './terminal/printable.ts';

/** A sentence for a command that does not exist. */
export function unknownCommand(input: string, corrections: readonly string[]): string {
  const near = didYouMean(corrections.map((name) => `'${name.replaceAll('`', '')}'`));
  return `There is no command '${printable(input)}'.${near} 'kbgraph --help' lists the commands.`;
}

/** A sentence for words of a command line that its command does not take. */
export function wrongWords(error: unknown): string {
  return `${sentence(error)} Add --help to see how it is used.`;
}

function sentence(error: unknown): string {
  if (!(error instanceof ArgumentScannerError)) return error instanceof Error ? error.message : String(error);
  return printable(
    formatMessageForArgumentScannerError(error, {
      FlagNotFoundError: ({ input, corrections }) =>
        `There is no flag --${input}.${didYouMean(corrections.map((name) => `--${name}`))}`,
      AliasNotFoundError: ({ input }) => `There is no flag -${input}.`,
      ArgumentParseError: ({ exception, message }) => (exception instanceof UsageError ? exception.message : message),
      UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} needs a value.`,
      UnexpectedFlagError: ({ externalFlagName }) => `--${externalFlagName} was given more than once.`,
      UnsatisfiedPositionalError: ({ placeholder }) => `${placeholder} is missing.`,
      UnexpectedPositionalError: ({ input }) => `'${input}' is one word too many.`,
      InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `--${externalFlagName} takes no value.`,
    }),
  );
}

const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
