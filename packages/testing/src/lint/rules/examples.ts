import type { ParameterMetadata } from '@cmdlet/core';
import { readCommandLine } from '../../examples/read-command-line.js';
import type { LintReport } from '../finding.js';
import { lintText as text } from '../text.js';
import { type CommandRule, type LintedCommand, when } from './rule.js';

/** The names in an example are those of the command; what the simple reader does not understand is left alone. */
export const exampleNames: CommandRule = (linted) =>
  linted.command.examples.flatMap(({ code }) => {
    const line = readCommandLine(code);
    if (line === undefined) return [];
    const own = line.commands.filter(({ name }) => linted.callNames.has(name.toUpperCase()));
    const unknown = own.flatMap(({ arguments: given }) =>
      given.flatMap(({ name }) => (name === undefined || isParameter(name, linted) ? [] : [name])),
    );
    return [...when(own.length === 0, () => foreign(code)), ...unknown.map((name) => unknownName(code, name))];
  });

function foreign(code: string): LintReport {
  return { id: 'ExampleOfOther', severity: 'warning', message: text.foreignExample(code), remedy: text.ownExample };
}

function unknownName(code: string, name: string): LintReport {
  return {
    id: 'ExampleUnknownParameter',
    severity: 'error',
    message: text.unknownInExample(code, name),
    remedy: text.correctExample,
  };
}

/** A name, an alias, or the beginning of one; a command that offers parameters per call may know any. */
function isParameter(given: string, { command }: LintedCommand): boolean {
  const begins = (name: string): boolean => name.toUpperCase().startsWith(given.toUpperCase());
  return (
    command.hasDynamicParameters ||
    command.parameters.some(({ name, aliases }: ParameterMetadata) => [name, ...aliases].some(begins))
  );
}
